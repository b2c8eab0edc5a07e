#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include "camera_model/render/raster/vertex.h"
#include "camera_model/render/view_camera.h"

namespace uketsuke::camera {

/// Largest distance of a triangle corner from the optical axis, in pixels: the scan uses 32-bit integers.
constexpr float kGuard = 4096;

/// A triangle clipped by the near plane and the four guard planes: convex, 3 to 8 corners, or empty. New
/// corners have position, normal and texture coordinate; the caller fills in the rest.
struct Clipped {
  std::array<Vertex, 8> corners;
  std::size_t count = 0;
};

/// Whether the scan can use these corners without clipping.
inline bool inside_guard(const ViewCamera& camera, const Vertex& vertex) {
  const float depth = -vertex.position.z;
  if (depth < camera.near_mm) return false;
  const float reach = depth * (kGuard / camera.focal_px);
  return std::abs(vertex.position.x) <= reach && std::abs(vertex.position.y) <= reach;
}

Clipped clip(const ViewCamera& camera, const Vertex& a, const Vertex& b, const Vertex& c);

}  // namespace uketsuke::camera
