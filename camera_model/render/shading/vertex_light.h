#pragma once

#include <cstddef>

#include "camera_model/render/model.h"
#include "camera_model/render/raster/vertex.h"
#include "camera_model/render/shading/light.h"

namespace uketsuke::camera {

/// Shininess from which a highlight is computed per pixel; duller ones are computed at the vertices.
constexpr float kSharpGloss = 40.0F;

inline bool is_sharp(const Material& material) {
  return material.specular > 0 && material.shininess >= kSharpGloss;
}

/// Fills the light in `diffuse_u` and `gloss_v` of the vertices that are used, from their position, normal
/// and `lit`.
///
/// Lambert, softened for large lights: (n·l + size) / (1 + size). Blinn's half vector with Schlick's rational
/// approximation of the power (Graphics Gems IV, 1994). Light from the walls: between `floor` and `sky` by
/// the normal's height.
void light_vertices(Vertex* vertices, std::size_t count, const Material& material, const Illumination& light);

/// The highlight at one position of a surface, without the material's strength.
/// @param lit  as in Vertex::lit
Vec3 highlight(Vec3 position, Vec3 normal, float shininess, const float* lit, const Illumination& light);

}  // namespace uketsuke::camera
