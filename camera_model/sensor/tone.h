#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "camera_model/sensor/camera_profile.h"
#include "camera_model/sensor/metering.h"

namespace uketsuke::camera {

/// Linear light of each 8-bit sRGB value, 65535 is white (IEC 61966-2-1).
const std::array<std::uint16_t, 256>& linear_of_srgb();

/// From digital numbers to 8-bit sRGB: black level, white balance and gamma, one table per colour.
class Tone {
 public:
  Tone(const CameraProfile::Sensor& sensor, WhiteBalance mode);

  /// Adapts to the colour of the last image if the mode is `grey_world`.
  void balance(const Metering& last);

  void restart();  ///< returns to the factory's balance

  /// @param numbers  RGB, `pixels` of them
  void develop(const std::uint16_t* numbers, std::size_t pixels, std::uint8_t* out) const;

 private:
  using Table = std::array<std::uint8_t, kMostDigitalNumber + 1>;

  CameraProfile::Sensor sensor_;
  WhiteBalance mode_;
  double red_ = 1, blue_ = 1;  ///< gains in addition to those that compensate the colour filters
  std::array<Table, 3> tables_{};

  void rebuild();
};

}  // namespace uketsuke::camera
