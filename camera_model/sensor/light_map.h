#pragma once

#include <cstdint>
#include <vector>

#include "camera_model/image.h"
#include "camera_model/sensor/camera_profile.h"

namespace uketsuke::camera {

/// Computes the light on a row of the sensor: lens distortion, vignetting and the non-uniform pixels of one
/// sensor, tabulated for every pixel.
class LightMap {
 public:
  /// @param unit  identifies one sensor of the type: each has its own bright and dark pixels
  LightMap(const CameraProfile& profile, std::uint64_t unit);

  /// Light of a row times `scale`, per colour.
  /// @param out  width * 3 + 1 floats; the last one is overwritten
  void row(const Radiance& light, int y, const Vec3& scale, float* out) const;
  /// Light of a row under an RGGB mosaic (demosaic.h): for each pixel its own colour.
  /// @param out  width floats
  void mosaic_row(const Radiance& light, int y, const Vec3& scale, float* out) const;

 private:
  /// Four pixels of the ideal image from which a pixel of the seen one takes its light.
  struct Tap {
    std::uint32_t upper_left;  ///< index of its first float
    float right, down;         ///< share of the right and of the lower pixels
    float gain;
  };

  int width_;
  bool distorts_;
  std::vector<Tap> taps_;
};

}  // namespace uketsuke::camera
