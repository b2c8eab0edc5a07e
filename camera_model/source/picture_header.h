#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string_view>

namespace uketsuke::camera {

enum class PictureFormat { png, jpeg, bmp, webp, jpeg2000, pnm };

/// Content of an image file's header.
struct PictureHeader {
  PictureFormat format = PictureFormat::png;
  std::int64_t width = 0;
  std::int64_t height = 0;
  bool complete = true;  ///< whether the last part exists; false for a truncated file
};

/// Reads the header of an image without decoding it: PNG, JPEG, BMP, WebP, JPEG 2000 (boxes or bare code
/// stream), PBM/PGM/PPM. Only formats that show where they end (PNG, JPEG, WebP, BMP) are checked for
/// completeness.
/// @param file  at its beginning; must be seekable
/// @returns nothing if the format is another one, or if the file ends before the size
std::optional<PictureHeader> read_picture_header(std::istream& file);

std::string_view name_of(PictureFormat format);

}  // namespace uketsuke::camera
