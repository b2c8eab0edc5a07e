#include "camera_model/sensor/tone.h"

#include <algorithm>
#include <cmath>

namespace uketsuke::camera {

namespace {

double encoded(double linear) {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

double decoded(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// Limits the range and speed of grey world: a face close to the camera is not a grey world.
constexpr double kMostCorrection = 1.25;
constexpr double kSpeed = 0.2;
/// Below this, the mean of an image is noise.
constexpr double kTooDark = 0.005;

double corrected(double gain, double green, double colour) {
  const double wanted = std::clamp(green / colour, 0.5, 2.0);
  return std::clamp(gain * (1 + kSpeed * (wanted - 1)), 1 / kMostCorrection, kMostCorrection);
}

}  // namespace

const std::array<std::uint16_t, 256>& linear_of_srgb() {
  static const std::array<std::uint16_t, 256> table = [] {
    std::array<std::uint16_t, 256> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
      values[i] = static_cast<std::uint16_t>(std::lround(65535 * decoded(static_cast<double>(i) / 255)));
    return values;
  }();
  return table;
}

Tone::Tone(const CameraProfile::Sensor& sensor, WhiteBalance mode) : sensor_(sensor), mode_(mode) {
  rebuild();
}

void Tone::balance(const Metering& last) {
  if (mode_ != WhiteBalance::grey_world) return;
  if (std::min({last.red, last.green, last.blue}) < kTooDark) return;
  red_ = corrected(red_, last.green, last.red);
  blue_ = corrected(blue_, last.green, last.blue);
  rebuild();
}

void Tone::restart() {
  if (red_ == 1 && blue_ == 1) return;
  red_ = blue_ = 1;
  rebuild();
}

void Tone::rebuild() {
  const std::array<double, 3> gains = {red_ / static_cast<double>(sensor_.response.x),
                                       1 / static_cast<double>(sensor_.response.y),
                                       blue_ / static_cast<double>(sensor_.response.z)};
  for (std::size_t c = 0; c < tables_.size(); ++c) {
    for (std::size_t number = 0; number < tables_[c].size(); ++number) {
      const double light = (static_cast<double>(number) - sensor_.black_level) /
                           (kMostDigitalNumber - sensor_.black_level) * gains[c];
      tables_[c][number] =
          static_cast<std::uint8_t>(std::floor(255 * encoded(std::clamp(light, 0.0, 1.0)) + 0.5));
    }
  }
}

void Tone::develop(const std::uint16_t* numbers, std::size_t pixels, std::uint8_t* out) const {
  for (std::size_t i = 0; i < pixels; ++i, numbers += 3, out += 3) {
    out[0] = tables_[0][numbers[0]];
    out[1] = tables_[1][numbers[1]];
    out[2] = tables_[2][numbers[2]];
  }
}

}  // namespace uketsuke::camera
