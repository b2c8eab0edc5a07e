#include "camera_model/sensor/exposure_control.h"

#include <algorithm>
#include <cmath>

namespace uketsuke::camera {

namespace {

/// A dark image is mostly noise: it shows that more light is needed, but not how much.
constexpr double kLargestStep = 16;

}  // namespace

ExposureControl::ExposureControl(const CameraProfile::Exposure& settings) : settings_(settings) { restart(); }

void ExposureControl::restart() { set(settings_.initial_ms / 1000); }

void ExposureControl::adjust(double luminance) {
  const double wanted = settings_.target / std::max(luminance, settings_.target / kLargestStep);
  if (std::abs(wanted - 1) <= settings_.tolerance) return;
  set(seconds_ * gain_ * (1 + settings_.speed * (wanted - 1)));
}

void ExposureControl::set(double seconds_at_gain_1) {
  seconds_ = std::clamp(seconds_at_gain_1, settings_.shortest_ms / 1000, settings_.longest_ms / 1000);
  gain_ = std::clamp(seconds_at_gain_1 / seconds_, 1.0, settings_.most_gain);
}

}  // namespace uketsuke::camera
