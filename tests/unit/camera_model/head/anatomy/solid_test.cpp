// Sheets and tubes, against the formulas of geometry.

#include "camera_model/head/anatomy/solid.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/unit/camera_model/surfaces.h"

namespace uketsuke::camera {
namespace solid_test {

constexpr float kPi = 3.14159265F;

/// A sheet of 30 x 20 mm before the face.
Surface flat(std::size_t columns, std::size_t rows) {
  return sheet("flat", columns, rows, false,
               [](float across, float down) {
                 return Vec3{-15.0F + 30.0F * across, 10.0F - 20.0F * down, 50.0F};
               },
               {});
}

/// A wall round the vertical axis, of radius 40 and height 100 mm; columns run to the person's left (+x, seen
/// from the front, where z grows).
Surface round(std::size_t columns) {
  return sheet(
      "round", columns, 5, true,
      [](float across, float down) {
        const float angle = 2 * kPi * (across + 0.75F);
        return Vec3{-40 * std::cos(-angle + kPi), 50.0F - 100.0F * down, 40 * std::sin(-angle + kPi)};
      },
      {});
}

TEST(SheetOfPoints, HasItsPointsAndTwoTrianglesPerCell) {
  const Surface surface = flat(4, 3);
  EXPECT_EQ(surface.positions.size(), 12U);
  EXPECT_EQ(surface.coordinates.size(), 12U);
  EXPECT_EQ(surface.triangles.size(), 3U * 2U * 2U * 3U);
}

TEST(SheetOfPoints, CoversItsArea) { EXPECT_NEAR(measured(flat(7, 5)).area, 600, 0.01); }

TEST(SheetOfPoints, FacesTheViewer) {
  const Surface surface = flat(5, 5);
  expect_well_formed(surface);
  expect_wound_outwards(surface);
  for (const Vec3 normal : surface.normals) EXPECT_NEAR(normal.z, 1, 1e-5F);
}

TEST(SheetOfPoints, TextureStandsUpright) {
  const Surface surface = flat(2, 2);
  EXPECT_EQ(surface.coordinates.front().y, 1);  // the first row is the top
  EXPECT_EQ(surface.coordinates.back().y, 0);
  EXPECT_EQ(surface.coordinates.front().x, 0);
  EXPECT_EQ(surface.coordinates.back().x, 1);
}

TEST(SheetOfPoints, ClosedOneHasNoSeamInItsNormals) {
  constexpr std::size_t kColumns = 25;
  const Surface surface = round(kColumns);
  for (std::size_t row = 0; row < 5; ++row) {
    const Vec3 first = surface.normals[row * kColumns], last = surface.normals[row * kColumns + kColumns - 1];
    EXPECT_NEAR(length(first - last), 0, 1e-5F);
  }
}

TEST(SheetOfPoints, WallRoundAnAxisHasTheAreaOfACylinder) {
  EXPECT_NEAR(measured(round(181)).area, 2 * kPi * 40 * 100, 30);
}

TEST(SheetOfPoints, KeepsItsNameAndMaterial) {
  Material material;
  material.both_sides = true;
  const Surface surface = sheet(
      "veil", 2, 2, false,
      [](float across, float down) {
        return Vec3{across, -down, 0};
      },
      material);
  EXPECT_EQ(surface.name, "veil");
  EXPECT_TRUE(surface.material.both_sides);
}

// ---- tubes ----

std::vector<Vec3> line(Vec3 from, Vec3 to, int pieces) {
  std::vector<Vec3> path;
  for (int i = 0; i <= pieces; ++i)
    path.push_back(from + (to - from) * (static_cast<float>(i) / static_cast<float>(pieces)));
  return path;
}

std::vector<Vec3> ring(float radius, int pieces) {
  std::vector<Vec3> path;
  for (int i = 0; i < pieces; ++i) {
    const float angle = 2 * kPi * static_cast<float>(i) / static_cast<float>(pieces);
    path.push_back({radius * std::cos(angle), radius * std::sin(angle), 0});
  }
  return path;
}

/// Perimeter of a regular octagon in a circle of radius 1: a tube has eight sides.
const float kOctagon = 16 * std::sin(kPi / 8);

TEST(Tube, StraightOneHasPerimeterTimesLength) {
  for (const Vec3 to : {Vec3{100, 0, 0}, Vec3{0, 100, 0}, Vec3{0, 0, 100}}) {
    Surface surface;
    add_tube(surface, line({0, 0, 0}, to, 10), 2, false);
    EXPECT_NEAR(measured(surface).area, kOctagon * 2 * 100, 0.5) << to.x << ' ' << to.y << ' ' << to.z;
  }
}

TEST(Tube, EveryPointIsAtItsRadius) {
  Surface surface;
  add_tube(surface, line({0, 0, 0}, {0, 0, 90}, 9), 3, false);
  for (const Vec3 p : surface.positions) EXPECT_NEAR(std::hypot(p.x, p.y), 3, 1e-4F);
}

TEST(Tube, RingHasTheVolumeOfATorus) {
  Surface surface;
  add_tube(surface, ring(20, 96), 2, true);
  // Pappus: area of the cross-section, here an octagon, times the way of its centre.
  const float octagon = 2 * std::sqrt(2.0F) * 2 * 2;
  EXPECT_NEAR(std::fabs(measured(surface).volume), octagon * 2 * kPi * 20, 10);
}

TEST(Tube, NormalsPointOutOfIt) {
  Surface surface;
  add_tube(surface, ring(20, 48), 2, true);
  expect_well_formed(surface);
  expect_wound_outwards(surface);
}

TEST(Tube, SecondOneGoesBehindTheFirst) {
  Surface surface;
  add_tube(surface, line({0, 0, 0}, {10, 0, 0}, 1), 1, false);
  const std::size_t points = surface.positions.size(), corners = surface.triangles.size();
  add_tube(surface, line({0, 50, 0}, {10, 50, 0}, 1), 1, false);
  EXPECT_EQ(surface.positions.size(), 2 * points);
  for (std::size_t i = corners; i < surface.triangles.size(); ++i) EXPECT_GE(surface.triangles[i], points);
}

TEST(Film, IsOfOneColourAndOpacity) {
  const auto image = film(10, 20, 30, 200);
  ASSERT_EQ(image->channels, 4);
  for (std::size_t i = 0; i < image->pixels.size(); i += 4) {
    EXPECT_EQ(image->pixels[i], 10);
    EXPECT_EQ(image->pixels[i + 1], 20);
    EXPECT_EQ(image->pixels[i + 2], 30);
    EXPECT_EQ(image->pixels[i + 3], 200);
  }
}

}  // namespace solid_test
}  // namespace uketsuke::camera
