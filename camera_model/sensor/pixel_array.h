#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "camera_model/sensor/camera_profile.h"
#include "camera_model/sensor/noise.h"

namespace uketsuke::camera {

/// From electrons to digital numbers: shot noise, full well, read noise, amplifier, 10-bit converter.
///
/// Shot noise is normal with the variance of the Poisson distribution, which is accurate to one per cent
/// above twenty electrons; below that, read noise hides the difference.
class PixelArray {
 public:
  explicit PixelArray(const CameraProfile::Sensor& sensor) : sensor_(sensor) {}

  /// Digital numbers per electron at an amplifier gain. At gain 1, a full well gives the largest number.
  double numbers_per_electron(double gain) const {
    return gain * (kMostDigitalNumber - sensor_.black_level) / sensor_.full_well;
  }

  /// Reads out a row.
  /// @param electrons  expected in each sample
  /// @param numbers  0 to 1023
  void read_row(const float* electrons, std::size_t count, double gain, const Noise& noise, int row,
                std::uint16_t* numbers);

 private:
  CameraProfile::Sensor sensor_;
  std::vector<float> deviates_;
};

}  // namespace uketsuke::camera
