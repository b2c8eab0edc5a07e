#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "camera_model/render/raster/vertex.h"
#include "camera_model/render/view_camera.h"

namespace uketsuke::camera {

/// Farther than this from the optical axis, in pixels, no corner of a triangle may lie: the scan counts in 32
/// bits.
constexpr float kGuard = 4096;

/// A triangle cut by the near plane and the four planes of the guard: convex, 3 to 8 corners, or none.
/// Corners that are new have place, normal and texture coordinate; the rest is for the caller to fill.
struct Clipped {
  std::array<Vertex, 8> corners;
  std::size_t count = 0;
};

/// Whether the scan can take these corners as they are.
inline bool inside_guard(const ViewCamera& camera, const Vertex& vertex) {
  const float depth = -vertex.position.z;
  if (depth < camera.near_mm) return false;
  const float reach = depth * (kGuard / camera.focal_px);
  return std::abs(vertex.position.x) <= reach && std::abs(vertex.position.y) <= reach;
}

Clipped clip(const ViewCamera& camera, const Vertex& a, const Vertex& b, const Vertex& c);

}  // namespace uketsuke::camera
