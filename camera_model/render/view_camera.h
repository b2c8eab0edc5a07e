#pragma once

#include <cmath>

#include "camera_model/geometry/vector.h"

namespace uketsuke::camera {

/// A pinhole camera at the world's origin that looks along -z: a person 450 mm in front of it has z = -450.
/// Lens effects (distortion, blur) are applied later.
struct ViewCamera {
  int width = 640;
  int height = 480;
  float focal_px = 600;   ///< focal length in pixels
  Vec2 centre{320, 240};  ///< where the optical axis meets the image, in pixels from the top left corner
  float near_mm = 30;     ///< nothing nearer is drawn

  /// Creates a camera with the axis in the middle of the image. `field_degrees` is the horizontal field of
  /// view.
  static ViewCamera with_field(int width, int height, float field_degrees) {
    const float half = 0.5F * static_cast<float>(width);
    return {width,
            height,
            half / std::tan(field_degrees * 0.5F * 3.14159265F / 180.0F),
            {half, 0.5F * static_cast<float>(height)}};
  }

  /// Image position in pixels from the top left corner, y down; the centre of the first pixel is (0.5, 0.5).
  /// Only valid in front of the camera (z < 0).
  Vec2 project(Vec3 world) const {
    const float scale = focal_px / -world.z;
    return {centre.x + world.x * scale, centre.y - world.y * scale};
  }
};

inline bool operator==(const ViewCamera& a, const ViewCamera& b) {
  return a.width == b.width && a.height == b.height && a.focal_px == b.focal_px && a.centre.x == b.centre.x &&
         a.centre.y == b.centre.y && a.near_mm == b.near_mm;
}

}  // namespace uketsuke::camera
