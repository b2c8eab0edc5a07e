#pragma once

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"

namespace uketsuke::camera {

/// A rectangle of pixels.
struct Region {
  int x = 0, y = 0, width = 0, height = 0;
};

/// Out-of-focus blur.
///
/// Filters rows, then columns, each with the profile of a disk seen from its side. Vertical and horizontal
/// straight edges blur exactly as under a disk, and a point has the disk's spread on both axes (its corners
/// are slightly too strong). The radius is limited to `kMostRadius`.
class Defocus {
 public:
  static constexpr double kLeastRadius = 0.5;  ///< pixels; a smaller blur is invisible
  static constexpr double kMostRadius = 24;

  /// @param radius  of the circle of confusion, in pixels
  void apply(const Radiance& light, double radius, Radiance& out);

 private:
  Radiance rows_;  ///< blurred along rows
  std::vector<float> padded_;
};

/// Motion blur: the mean of what is seen along the path while the shutter is open.
///
/// The path is sampled at whole pixels, which is accurate enough for a path longer than one pixel.
/// @param way  movement during the exposure in pixels, x to the right, y down; limited to 64
/// @param moving  region of the moving object; the rest of the image stays sharp
void motion_blur(const Radiance& light, Vec2 way, const Region& moving, Radiance& out);

}  // namespace uketsuke::camera
