#pragma once

#include "camera_model/image.h"
#include "camera_model/render/view_camera.h"

namespace uketsuke::camera {

/// Paints upright shapes in the room, one over another, with soft out-of-focus edges.
class Painter {
 public:
  Painter(const ViewCamera& camera, Radiance& out) : camera_(camera), out_(out) {}

  /// Centre and half sizes in mm; `z` is negative, in front of the camera.
  struct Shape {
    float x, y, z;
    float half_width, half_height;
    float soft = 22;  ///< mm from inside to outside of an edge
    float opacity = 1;
  };

  void box(const Shape& shape, Vec3 radiance) { paint<false>(shape, radiance, radiance); }
  void ellipse(const Shape& shape, Vec3 radiance) { paint<true>(shape, radiance, radiance); }
  /// Blends from `top` to `bottom`.
  void shaded_box(const Shape& shape, Vec3 top, Vec3 bottom) { paint<false>(shape, top, bottom); }

 private:
  const ViewCamera& camera_;
  Radiance& out_;

  template <bool kRound>
  void paint(const Shape& shape, Vec3 top, Vec3 bottom);
};

}  // namespace uketsuke::camera
