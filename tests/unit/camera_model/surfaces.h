#pragma once

#include <gtest/gtest.h>

#include <cstddef>

#include "camera_model/geometry/vector.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// Area, and volume if the surface is closed (divergence theorem: a sixth of the sum of a · (b × c)).
struct Measured {
  float area = 0;
  float volume = 0;
};
inline Measured measured(const Surface& surface) {
  Measured sum;
  for (std::size_t i = 0; i + 2 < surface.triangles.size(); i += 3) {
    const Vec3 a = surface.positions[surface.triangles[i]], b = surface.positions[surface.triangles[i + 1]],
               c = surface.positions[surface.triangles[i + 2]];
    sum.area += 0.5F * length(cross(b - a, c - a));
    sum.volume += dot(a, cross(b, c)) / 6;
  }
  return sum;
}

inline void expect_well_formed(const Surface& surface) {
  ASSERT_EQ(surface.normals.size(), surface.positions.size());
  ASSERT_EQ(surface.triangles.size() % 3, 0U);
  for (const auto index : surface.triangles) ASSERT_LT(index, surface.positions.size());
  for (const Vec3 normal : surface.normals) EXPECT_NEAR(length(normal), 1, 1e-4F);
}

/// Triangles turn the way their corners' normals point, or they would be drawn from behind.
inline void expect_wound_outwards(const Surface& surface) {
  for (std::size_t i = 0; i + 2 < surface.triangles.size(); i += 3) {
    const auto a = surface.triangles[i], b = surface.triangles[i + 1], c = surface.triangles[i + 2];
    const Vec3 face =
        cross(surface.positions[b] - surface.positions[a], surface.positions[c] - surface.positions[a]);
    if (length(face) < 1e-4F) continue;  // at the pole of a cap
    EXPECT_GE(dot(face, surface.normals[a] + surface.normals[b] + surface.normals[c]), 0) << i;
  }
}

}  // namespace uketsuke::camera
