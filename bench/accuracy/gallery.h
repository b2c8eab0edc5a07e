#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace uketsuke::bench {

/// A picture file of an evaluation.
struct Picture {
  std::filesystem::path path;
  std::string name;              ///< below the folder, `yamada/01.jpg`: for reports
  std::size_t person{};          ///< index into Gallery::persons, or the kind of attack
  bool named_reference = false;  ///< its name begins with `card` or `reference`
};

/// FOLDER/<person>/<picture>, in the order of names. The same shape serves for attacks: a folder a kind.
struct Gallery {
  std::vector<std::string> persons;  ///< those with a picture
  std::vector<Picture> pictures;     ///< person by person
  std::size_t ignored = 0;           ///< files that are no pictures by their ending, and whatever is no file
};

/// How the names of pictures that can be read end, in small letters: `.jpg` first.
inline constexpr std::array<std::string_view, 9> kPictureEndings = {".jpg", ".jpeg", ".png", ".bmp", ".webp",
                                                                    ".jp2", ".pgm",  ".ppm", ".pnm"};

/// Names that begin with a point are passed over.
/// @throws InputError where the folder cannot be read, or has no picture one level down
Gallery read_gallery(const std::filesystem::path& folder);

}  // namespace uketsuke::bench
