#pragma once

#include "camera_model/image.h"

namespace uketsuke::camera {

/// Mean light of an image, linear, 1 is white. The middle counts four times the edge, because people are
/// asked to place their face there.
struct Metering {
  double red = 0, green = 0, blue = 0;

  /// CIE 1931 luminance of sRGB's primaries (IEC 61966-2-1).
  double luminance() const { return 0.2126 * red + 0.7152 * green + 0.0722 * blue; }
};

/// Meters a captured image.
/// @param picture  RGB
Metering meter(const Image& picture);

/// Meters the image that a light would give.
/// @param white  radiance that just becomes white
Metering meter(const Radiance& light, double white);

}  // namespace uketsuke::camera
