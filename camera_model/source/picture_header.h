#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string_view>

namespace uketsuke::camera {

enum class PictureFormat { png, jpeg, bmp, webp, jpeg2000, pnm };

/// What the header of a picture file says.
struct PictureHeader {
  PictureFormat format = PictureFormat::png;
  std::int64_t width = 0;
  std::int64_t height = 0;
  bool complete = true;  ///< its last part is there; false of a file that was cut off
};

/// Reads the header of a picture without decoding anything: PNG, JPEG, BMP, WebP, JPEG 2000 (boxes or bare
/// code stream), PBM/PGM/PPM. Only the formats that tell where they end (PNG, JPEG, WebP, BMP) are checked
/// for completeness.
/// @param file from its beginning; sought in
/// @returns nothing where it is none of these, or cut off before its size
std::optional<PictureHeader> read_picture_header(std::istream& file);

std::string_view name_of(PictureFormat format);

}  // namespace uketsuke::camera
