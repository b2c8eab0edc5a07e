#pragma once

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"

namespace uketsuke::camera {

/// A rectangle of pixels.
struct Region {
  int x = 0, y = 0, width = 0, height = 0;
};

/// The blur of a picture out of focus.
///
/// Along rows, then along columns, each with the profile of a disk seen from its side: straight edges that
/// are upright or level blur exactly as under a disk, and a point has the disk's spread on both axes (its
/// corners are a little too strong). The radius is cut at `kMostRadius`.
class Defocus {
 public:
  static constexpr double kLeastRadius = 0.5;  ///< pixels; below it nothing can be seen
  static constexpr double kMostRadius = 24;

  /// @param radius of the circle of confusion, pixels
  void apply(const Radiance& light, double radius, Radiance& out);

 private:
  Radiance rows_;  ///< blurred along rows
  std::vector<float> padded_;
};

/// The blur of something that moves while the shutter is open: the mean of what is seen on its way.
///
/// Light that lies on the way by rounding to whole pixels is enough where the way is longer than one.
/// @param way pixels during the exposure, x to the right, y down; cut at 64
/// @param moving where the moving thing is; the rest of the picture stays sharp
void motion_blur(const Radiance& light, Vec2 way, const Region& moving, Radiance& out);

}  // namespace uketsuke::camera
