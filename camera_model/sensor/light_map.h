#pragma once

#include <cstdint>
#include <vector>

#include "camera_model/image.h"
#include "camera_model/sensor/camera_profile.h"

namespace uketsuke::camera {

/// What falls on a row of the sensor: distortion and vignetting of the lens and the unequal pixels of one
/// sensor, worked out once for every pixel.
class LightMap {
 public:
  /// @param unit which sensor of the kind it is: every one has bright and dark pixels of its own
  LightMap(const CameraProfile& profile, std::uint64_t unit);

  /// Light of a row times `scale`, per colour. @param out width * 3 + 1 floats; the last one is overwritten
  void row(const Radiance& light, int y, const Vec3& scale, float* out) const;
  /// The same under an RGGB mosaic (demosaic.h): of each pixel its own colour. @param out width floats
  void mosaic_row(const Radiance& light, int y, const Vec3& scale, float* out) const;

 private:
  /// Four pixels of the ideal picture that a pixel of the seen one takes its light from.
  struct Tap {
    std::uint32_t upper_left;  ///< place of its first float
    float right, down;         ///< share of the right and of the lower ones
    float gain;
  };

  int width_;
  bool distorts_;
  std::vector<Tap> taps_;
};

}  // namespace uketsuke::camera
