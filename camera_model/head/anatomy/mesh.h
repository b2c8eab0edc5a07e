#pragma once

#include <cstdint>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/slice.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// A patch as a renderer needs it: one vertex per pair of mesh vertex and texture coordinate that occurs.
struct Layout {
  std::vector<std::uint16_t> vertices;   ///< mesh vertex, per layout vertex
  std::vector<Vec2> coordinates;         ///< texture coordinate, per layout vertex
  std::vector<std::uint32_t> triangles;  ///< three layout vertices each
};

/// @param hides  1 per covered mesh vertex; a quad is dropped if all its corners are covered. May be empty.
Layout layout_of(const Patch& patch, const View<std::uint8_t>& hides = {});

/// Unit normals at the mesh vertices, weighted by quad area; zero for vertices without a quad.
std::vector<Vec3> smooth_normals(const Patch& patch, const std::vector<Vec3>& places);

/// Builds a surface from the layout with the given positions and normals, both per mesh vertex.
Surface surface_of(std::string name, const Layout& layout, const std::vector<Vec3>& places,
                   const std::vector<Vec3>& normals, Material material);

}  // namespace uketsuke::camera
