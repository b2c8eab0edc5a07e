#include "camera_model/scene/shapes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/unit/camera_model/surfaces.h"

namespace uketsuke::camera {
namespace shapes_test {

TEST(Sheet, AFlatOneHasItsWidthTimesItsHeight) {
  const Surface surface = sheet({-10, 30, -5, 15}, {});
  expect_well_formed(surface);
  expect_wound_outwards(surface);
  EXPECT_NEAR(measured(surface).area, 40 * 20, 0.01F);
  for (const Vec3 normal : surface.normals) EXPECT_EQ(normal.z, 1);
}

TEST(Sheet, TexturesReachFromCornerToCorner) {
  Sheet shape{-10, 30, -5, 15};
  shape.bottom_left = {0.25F, 0.5F};
  shape.top_right = {0.75F, 1};
  const Surface surface = sheet(shape, {});
  ASSERT_EQ(surface.coordinates.size(), surface.positions.size());
  for (std::size_t i = 0; i < surface.positions.size(); ++i) {
    EXPECT_NEAR(surface.coordinates[i].x, 0.25F + 0.5F * (surface.positions[i].x + 10) / 40, 1e-4F);
    EXPECT_NEAR(surface.coordinates[i].y, 0.5F + 0.5F * (surface.positions[i].y + 5) / 20, 1e-4F);
  }
}

// Paper does not stretch: bent round a cylinder it keeps its area (but for the chords of 32 facets).
TEST(Sheet, BendingKeepsItsArea) {
  Sheet shape{-100, 100, -50, 50};
  shape.bend_radius = 120;
  const Surface surface = sheet(shape, {});
  expect_well_formed(surface);
  expect_wound_outwards(surface);
  EXPECT_NEAR(measured(surface).area, 200 * 100, 20);
}

TEST(Sheet, ABentOneLiesOnItsCylinder) {
  Sheet shape{-100, 100, -50, 50};
  shape.bend_radius = 120;
  for (const Vec3 place : sheet(shape, {}).positions)
    EXPECT_NEAR(std::hypot(place.x, place.z + 120), 120, 1e-2F);
}

TEST(Sheet, TheMiddleOfABentOneIsNearestToTheCamera) {
  Sheet shape{-100, 100, -50, 50, 7};
  shape.bend_radius = 120;
  for (const Vec3 place : sheet(shape, {}).positions) EXPECT_LE(place.z, 7.001F);
}

// 80 x 50 with round corners of 10: 80 · 50 - (4 - π) · 100 = 3914 mm², times a thickness of 8.
TEST(Slab, HasTheVolumeOfABodyWithRoundCorners) {
  const Surface surface = slab(80, 50, 8, 10, {});
  expect_well_formed(surface);
  expect_wound_outwards(surface);
  EXPECT_NEAR(measured(surface).volume, (80 * 50 - (4 - 3.14159F) * 100) * 8, 60);
}

TEST(Slab, IsCentredWithItsFrontAtZero) {
  const Surface surface = slab(80, 50, 8, 10, {});
  Vec3 least{1e9F, 1e9F, 1e9F}, most{-1e9F, -1e9F, -1e9F};
  for (const Vec3 place : surface.positions) {
    least = {std::min(least.x, place.x), std::min(least.y, place.y), std::min(least.z, place.z)};
    most = {std::max(most.x, place.x), std::max(most.y, place.y), std::max(most.z, place.z)};
  }
  EXPECT_NEAR(least.x, -40, 1e-3F);
  EXPECT_NEAR(most.x, 40, 1e-3F);
  EXPECT_NEAR(least.y, -25, 1e-3F);
  EXPECT_NEAR(most.y, 25, 1e-3F);
  EXPECT_NEAR(least.z, -8, 1e-3F);
  EXPECT_NEAR(most.z, 0, 1e-3F);
}

// A cylinder and two half balls: π r² (l + 4/3 r), a little less for facets of 16 sides.
TEST(Rod, HasTheVolumeOfACylinderAndABall) {
  const float whole = 3.14159F * 9 * (100 + 4);
  const Surface surface = rod({0, 0, 0}, {100, 0, 0}, 3, {});
  expect_well_formed(surface);
  EXPECT_NEAR(std::abs(measured(surface).volume), whole, 0.05F * whole);
}

TEST(Rod, EveryPointIsAtItsRadiusFromTheAxis) {
  const Vec3 from{10, -20, 5}, to{-30, 40, 60};
  const Vec3 axis = normalised(to - from);
  for (const Vec3 place : rod(from, to, 4, {}).positions) {
    const float along = std::clamp(dot(place - from, axis), 0.0F, length(to - from));
    EXPECT_NEAR(length(place - (from + axis * along)), 4, 1e-2F);
  }
}

TEST(Rod, MayPointInAnyDirection) {
  for (const Vec3 to :
       {Vec3{0, 50, 0}, Vec3{0, -50, 0}, Vec3{0, 0, 50}, Vec3{50, 0, 0}, Vec3{-20, 30, -40}}) {
    const Surface surface = rod({0, 0, 0}, to, 2, {});
    expect_well_formed(surface);
    expect_wound_outwards(surface);
  }
}

TEST(Moved, OnlyThePlacesMove) {
  const Surface before = sheet({0, 1, 0, 1}, {});
  const Surface after = moved(before, {1, 2, 3});
  for (std::size_t i = 0; i < before.positions.size(); ++i) {
    EXPECT_FLOAT_EQ(after.positions[i].x, before.positions[i].x + 1);
    EXPECT_FLOAT_EQ(after.positions[i].y, before.positions[i].y + 2);
    EXPECT_FLOAT_EQ(after.positions[i].z, before.positions[i].z + 3);
    EXPECT_EQ(after.normals[i].z, before.normals[i].z);
  }
  EXPECT_EQ(after.triangles, before.triangles);
}

}  // namespace shapes_test
}  // namespace uketsuke::camera
