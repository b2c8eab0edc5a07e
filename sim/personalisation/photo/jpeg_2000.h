#pragma once

#include "base/bytes.h"

namespace uketsuke::personalisation {

/// A grey image, eight bits per pixel, rows from the top.
struct GreyImage {
  int width = 0;
  int height = 0;
  Bytes pixels;  ///< width * height
};

/// Encodes the image as a JP2 file with one layer, lossy.
/// @param ratio  uncompressed size over compressed size
/// @throws SystemError if OpenJPEG fails
Bytes encode_jp2(const GreyImage& image, float ratio);

}  // namespace uketsuke::personalisation
