#pragma once

#include <cstdint>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/slice.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// A patch as a renderer wants it: a vertex for each pair of mesh vertex and texture coordinate that occurs.
struct Layout {
  std::vector<std::uint16_t> vertices;   ///< of the mesh, for each of ours
  std::vector<Vec2> coordinates;         ///< texture, for each of ours
  std::vector<std::uint32_t> triangles;  ///< three of ours each
};

/// @param hides  1 for each mesh vertex that something covers; a quad goes when all its corners are covered.
/// May be empty.
Layout layout_of(const Patch& patch, const View<std::uint8_t>& hides = {});

/// Unit normals at the mesh's vertices, weighted by the quads' areas; zero where no quad is.
std::vector<Vec3> smooth_normals(const Patch& patch, const std::vector<Vec3>& places);

/// A surface of the layout with these places and normals of the mesh.
Surface surface_of(std::string name, const Layout& layout, const std::vector<Vec3>& places,
                   const std::vector<Vec3>& normals, Material material);

}  // namespace uketsuke::camera
