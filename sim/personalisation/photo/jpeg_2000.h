#pragma once

#include "base/bytes.h"

namespace uketsuke::personalisation {

/// A grey picture, eight bits a pixel, rows from the top.
struct GreyImage {
  int width = 0;
  int height = 0;
  Bytes pixels;  ///< width * height
};

/// The picture in a JP2 file of one layer, lossy.
/// @param ratio uncompressed size over compressed size. @throws SystemError where OpenJPEG fails.
Bytes encode_jp2(const GreyImage& image, float ratio);

}  // namespace uketsuke::personalisation
