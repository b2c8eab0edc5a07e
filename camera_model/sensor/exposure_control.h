#pragma once

#include "camera_model/sensor/camera_profile.h"

namespace uketsuke::camera {

/// Chooses shutter time and gain for the next frame from the brightness of the last one.
///
/// It increases the shutter time before the gain, because gain adds noise. In the sun both are at their
/// minimum and the image saturates; in the dark both are at their maximum and it is noisy.
class ExposureControl {
 public:
  explicit ExposureControl(const CameraProfile::Exposure& settings);

  double seconds() const { return seconds_; }
  double gain() const { return gain_; }

  /// @param luminance  linear mean of the last image, 1 is white. A saturated image does not show how much
  /// too bright it is, so bright scenes take several frames.
  void adjust(double luminance);

  void restart();  ///< returns to the state after switching on

 private:
  CameraProfile::Exposure settings_;
  double seconds_ = 0;
  double gain_ = 1;

  void set(double seconds_at_gain_1);
};

}  // namespace uketsuke::camera
