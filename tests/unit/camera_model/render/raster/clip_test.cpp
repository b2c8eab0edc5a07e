#include "camera_model/render/raster/clip.h"

#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace clip_test {

const ViewCamera kCamera;  // nothing nearer than 30 mm

Vertex at(float x, float y, float z) {
  Vertex vertex;
  vertex.position = {x, y, z};
  vertex.normal = {0, 0, 1};
  return vertex;
}

/// The area of a polygon in space, from its fan.
float area(const Clipped& polygon) {
  Vec3 sum{};
  for (std::size_t i = 1; i + 1 < polygon.count; ++i) {
    const Vec3 origin = polygon.corners[0].position;
    sum = sum + cross(polygon.corners[i].position - origin, polygon.corners[i + 1].position - origin);
  }
  return 0.5F * length(sum);
}

TEST(Clip, ATriangleBeforeTheCameraStaysAsItIs) {
  const Clipped polygon = clip(kCamera, at(0, 0, -450), at(100, 0, -450), at(0, 100, -500));
  ASSERT_EQ(polygon.count, 3U);
  EXPECT_EQ(polygon.corners[1].position.x, 100);
  EXPECT_EQ(polygon.corners[2].position.z, -500);
}

TEST(Clip, ATriangleBehindTheCameraIsGone) {
  EXPECT_EQ(clip(kCamera, at(0, 0, 10), at(100, 0, 450), at(0, 100, 20)).count, 0U);
}

TEST(Clip, ATriangleNearerThanTheNearPlaneIsGone) {
  EXPECT_EQ(clip(kCamera, at(0, 0, -29), at(1, 0, -29), at(0, 1, -29)).count, 0U);
}

TEST(Clip, OneCornerTooNearLeavesAQuadrilateral) {
  const Clipped polygon = clip(kCamera, at(0, 0, -10), at(10, 0, -100), at(0, 10, -100));
  EXPECT_EQ(polygon.count, 4U);
  for (std::size_t i = 0; i < polygon.count; ++i) EXPECT_LE(polygon.corners[i].position.z, -kCamera.near_mm);
}

TEST(Clip, TwoCornersTooNearLeaveATriangle) {
  EXPECT_EQ(clip(kCamera, at(0, 0, -100), at(10, 0, -10), at(0, 10, -10)).count, 3U);
}

// The edge from z = -10 to z = -50 crosses z = -30 in its middle: half of the height, so a quarter of the
// area is left of the corner that is far away.
TEST(Clip, ANewCornerLiesWhereItsEdgeCrossesThePlane) {
  const Vertex far_corner = at(0, 0, -50), near_one = at(8, 0, -10), near_other = at(0, 8, -10);
  const Clipped polygon = clip(kCamera, far_corner, near_one, near_other);
  ASSERT_EQ(polygon.count, 3U);
  Clipped whole;
  whole.corners[0] = far_corner, whole.corners[1] = near_one, whole.corners[2] = near_other;
  whole.count = 3;
  EXPECT_NEAR(area(polygon) / area(whole), 0.25F, 0.001F);
}

TEST(Clip, TexturesAndNormalsAreInterpolated) {
  Vertex a = at(0, 0, -50), b = at(8, 0, -10);
  a.normal = {1, 0, 0}, b.normal = {0, 1, 0};
  a.gloss_v[3] = 0, b.gloss_v[3] = 1;
  a.diffuse_u[3] = 4, b.diffuse_u[3] = 8;
  const Clipped polygon = clip(kCamera, a, b, at(0, 8, -50));
  bool found = false;
  for (std::size_t i = 0; i < polygon.count; ++i) {
    const Vertex& corner = polygon.corners[i];
    if (corner.position.y != 0 || corner.position.x == 0) continue;
    found = true;
    EXPECT_NEAR(corner.gloss_v[3], 0.5F, 1e-3F);
    EXPECT_NEAR(corner.diffuse_u[3], 6.0F, 1e-2F);
    EXPECT_NEAR(length(corner.normal), 1, 1e-5F);
    EXPECT_NEAR(corner.normal.x, corner.normal.y, 1e-3F);
  }
  EXPECT_TRUE(found);
}

TEST(Clip, WhatIsFarOutsideTheImageIsCutToWhatTheScanCounts) {
  const Clipped polygon = clip(kCamera, at(0, 0, -100), at(1e6F, 0, -100), at(0, 1e6F, -100));
  ASSERT_GE(polygon.count, 3U);
  for (std::size_t i = 0; i < polygon.count; ++i) EXPECT_TRUE(inside_guard(kCamera, polygon.corners[i]));
}

// 4,096 pixels at a focal length of 600 pixels: 682.67 mm at 100 mm.
TEST(InsideGuard, ReachesTo4096PixelsFromTheAxis) {
  EXPECT_TRUE(inside_guard(kCamera, at(682, 0, -100)));
  EXPECT_FALSE(inside_guard(kCamera, at(683, 0, -100)));
  EXPECT_TRUE(inside_guard(kCamera, at(0, -682, -100)));
  EXPECT_FALSE(inside_guard(kCamera, at(0, -683, -100)));
  EXPECT_FALSE(inside_guard(kCamera, at(0, 0, -29)));
  EXPECT_FALSE(inside_guard(kCamera, at(0, 0, 100)));
}

}  // namespace clip_test
}  // namespace uketsuke::camera
