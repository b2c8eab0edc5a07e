#pragma once

#include "camera_model/sensor/camera_profile.h"

namespace uketsuke::camera {

/// Chooses shutter time and gain for the next picture from the brightness of the last one.
///
/// The time is used up first, because gain brings noise. In the sun both are at their least and the picture
/// saturates; in the dark both are at their most and it is noisy.
class ExposureControl {
 public:
  explicit ExposureControl(const CameraProfile::Exposure& settings);

  double seconds() const { return seconds_; }
  double gain() const { return gain_; }

  /// @param luminance linear mean of the last picture, 1 is white. A saturated picture does not say by how
  /// much
  ///   it is too bright, so that bright scenes take some frames.
  void adjust(double luminance);

  void restart();  ///< as after switching on

 private:
  CameraProfile::Exposure settings_;
  double seconds_ = 0;
  double gain_ = 1;

  void set(double seconds_at_gain_1);
};

}  // namespace uketsuke::camera
