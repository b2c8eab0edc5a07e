#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace uketsuke::bench {

/// An image file of an evaluation.
struct Picture {
  std::filesystem::path path;
  std::string name;              ///< path below the folder, `yamada/01.jpg`: for reports
  std::size_t person{};          ///< index into Gallery::persons, or of the kind of attack
  bool named_reference = false;  ///< the file name begins with `card` or `reference`
};

/// FOLDER/<person>/<picture>, sorted by name. Also used for attacks, with one folder per kind.
struct Gallery {
  std::vector<std::string> persons;  ///< persons with an image
  std::vector<Picture> pictures;     ///< person by person
  std::size_t ignored = 0;           ///< entries that are not files, or not images by their extension
};

/// File name extensions of readable images, in lower case; `.jpg` is first.
inline constexpr std::array<std::string_view, 9> kPictureEndings = {".jpg", ".jpeg", ".png", ".bmp", ".webp",
                                                                    ".jp2", ".pgm",  ".ppm", ".pnm"};

/// Reads a gallery; ignores names that begin with a dot.
/// @throws InputError if the folder is unreadable, or has no image one level down
Gallery read_gallery(const std::filesystem::path& folder);

}  // namespace uketsuke::bench
