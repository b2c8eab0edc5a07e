#pragma once

#include "camera_model/geometry/vector.h"
#include "camera_model/sensor/camera_profile.h"

namespace uketsuke::camera {

/// Where a lens images a point, how much light reaches it and how sharp it is.
///
/// Positions are in pixels; 0, 0 is the upper left corner of the upper left pixel, and the axis passes
/// through the middle of the image. "Ideal" is the image of a pinhole of equal focal length, as a renderer
/// produces it.
class Lens {
 public:
  explicit Lens(const CameraProfile& profile);

  /// Where a point of the ideal image is seen. A barrel distortion is enlarged so that the corners of the
  /// ideal image fall on the corners of the seen one: nothing was rendered beyond them.
  Vec2 seen(Vec2 ideal) const;

  /// Inverse of seen(), for positions up to the corner.
  Vec2 ideal(Vec2 seen) const;

  /// Share of the light relative to the middle. Natural vignetting: cos⁴ of the field angle.
  double vignetting(Vec2 ideal) const;

  /// Radius of the circle of confusion of a thin lens, in pixels.
  /// @param distance_mm  of the object; 0: in focus
  double blur_radius(double distance_mm) const;

  bool distorts() const { return profile_.k1 != 0 || profile_.k2 != 0; }

 private:
  CameraProfile::Lens profile_;
  double pixel_um_;
  double focal_px_;
  double centre_x_, centre_y_;
  double zoom_ = 1;

  double stretch(double square) const { return 1 + square * (profile_.k1 + square * profile_.k2); }
};

}  // namespace uketsuke::camera
