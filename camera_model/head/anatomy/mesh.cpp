#include "camera_model/head/anatomy/mesh.h"

#include <unordered_map>
#include <utility>

namespace uketsuke::camera {

Layout layout_of(const Patch& patch, const View<std::uint8_t>& hides) {
  Layout layout;
  std::unordered_map<std::uint32_t, std::uint32_t> known;
  known.reserve(patch.quads.count);
  const auto corner = [&](std::size_t at) {
    const std::uint16_t vertex = patch.quads[at];
    const std::uint16_t uv = patch.quad_uvs[at];
    const std::uint32_t key = static_cast<std::uint32_t>(vertex) << 16U | uv;
    const auto [entry, added] = known.emplace(key, static_cast<std::uint32_t>(layout.vertices.size()));
    if (added) {
      layout.vertices.push_back(vertex);
      layout.coordinates.push_back({patch.uvs[2 * std::size_t{uv}], patch.uvs[2 * std::size_t{uv} + 1]});
    }
    return entry->second;
  };
  for (std::size_t at = 0; at + 3 < patch.quads.count; at += 4) {
    const std::uint16_t* q = &patch.quads[at];
    if (hides.count > 0 && hides[q[0]] != 0 && hides[q[1]] != 0 && hides[q[2]] != 0 && hides[q[3]] != 0)
      continue;
    const std::uint32_t a = corner(at);
    const std::uint32_t b = corner(at + 1);
    const std::uint32_t c = corner(at + 2);
    const std::uint32_t d = corner(at + 3);
    if (q[0] != q[1] && q[1] != q[2]) layout.triangles.insert(layout.triangles.end(), {a, b, c});
    if (q[0] != q[3] && q[3] != q[2]) layout.triangles.insert(layout.triangles.end(), {a, c, d});
  }
  return layout;
}

std::vector<Vec3> smooth_normals(const Patch& patch, const std::vector<Vec3>& places) {
  std::vector<Vec3> normals(places.size());
  for (std::size_t at = 0; at + 3 < patch.quads.count; at += 4) {
    const std::uint16_t* q = &patch.quads[at];
    // The cross product of the diagonals is twice the area, also for bent quads.
    const Vec3 normal = cross(places[q[2]] - places[q[0]], places[q[3]] - places[q[1]]);
    for (int k = 0; k < 4; ++k) normals[q[k]] = normals[q[k]] + normal;
  }
  for (Vec3& normal : normals) normal = normalised(normal);
  return normals;
}

Surface surface_of(std::string name, const Layout& layout, const std::vector<Vec3>& places,
                   const std::vector<Vec3>& normals, Material material) {
  Surface surface;
  surface.name = std::move(name);
  surface.positions.reserve(layout.vertices.size());
  surface.normals.reserve(layout.vertices.size());
  for (const std::uint16_t vertex : layout.vertices) {
    surface.positions.push_back(places[vertex]);
    surface.normals.push_back(normals[vertex]);
  }
  surface.coordinates = layout.coordinates;
  surface.triangles = layout.triangles;
  surface.material = std::move(material);
  return surface;
}

}  // namespace uketsuke::camera
