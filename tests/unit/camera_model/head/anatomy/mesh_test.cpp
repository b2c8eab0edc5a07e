#include "camera_model/head/anatomy/mesh.h"

#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace mesh_test {

/// Two adjacent quads in the plane z = 0, counter-clockwise from the front, with a texture seam between them.
struct TwoQuads {
  std::vector<std::uint16_t> quads = {0, 1, 4, 3, 1, 2, 5, 4};
  std::vector<std::uint16_t> quad_uvs = {0, 1, 2, 3, 4, 5, 6, 7};
  std::vector<float> uvs = {0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1};
  std::vector<Vec3> places = {{0, 0, 0}, {1, 0, 0}, {2, 0, 0}, {0, 1, 0}, {1, 1, 0}, {2, 1, 0}};

  Patch patch() const {
    return {{quads.data(), quads.size()}, {quad_uvs.data(), quad_uvs.size()}, {uvs.data(), uvs.size()}};
  }
};

TEST(Mesh, VertexOnASeamStandsThereTwice) {
  const TwoQuads two;
  const Layout layout = layout_of(two.patch());
  EXPECT_EQ(layout.vertices.size(), 8U);
  EXPECT_EQ(layout.triangles.size(), 12U);
}

TEST(Mesh, NormalsOfAFlatMeshPointToTheFront) {
  const TwoQuads two;
  for (const Vec3& normal : smooth_normals(two.patch(), two.places)) EXPECT_FLOAT_EQ(normal.z, 1);
}

TEST(Mesh, TrianglesTurnAsTheirQuadsDo) {
  const TwoQuads two;
  const Layout layout = layout_of(two.patch());
  for (std::size_t i = 0; i < layout.triangles.size(); i += 3) {
    const auto at = [&](std::size_t k) { return two.places[layout.vertices[layout.triangles[i + k]]]; };
    EXPECT_GT(cross(at(1) - at(0), at(2) - at(0)).z, 0);
  }
}

TEST(Mesh, QuadGoesOnlyWhenAllItsCornersAreCovered) {
  const TwoQuads two;
  const std::uint8_t hides[] = {1, 1, 0, 1, 1, 0};
  EXPECT_EQ(layout_of(two.patch(), {hides, 6}).triangles.size(), 6U);
}

}  // namespace mesh_test
}  // namespace uketsuke::camera
