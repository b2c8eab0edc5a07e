#pragma once

#include <cstdint>
#include <istream>
#include <optional>

#include "base/enum_names.h"

namespace uketsuke::camera {

/// The formats that are told apart, called what messages call them.
UKETSUKE_ENUM(PictureFormat, png UKETSUKE_NAME("PNG"), jpeg UKETSUKE_NAME("JPEG"), bmp UKETSUKE_NAME("BMP"),
              webp UKETSUKE_NAME("WebP"), jpeg2000 UKETSUKE_NAME("JPEG 2000"), pnm UKETSUKE_NAME("PNM"))

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

}  // namespace uketsuke::camera
