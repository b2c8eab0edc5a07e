#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"

namespace uketsuke::camera {

/// How a surface answers to light.
struct Material {
  std::shared_ptr<const Image> texture;  ///< sRGB, 3 or 4 channels; none: `colour` alone
  Vec3 colour{1, 1, 1};                  ///< linear RGB, multiplies the texture
  float specular = 0.0F;                 ///< strength of the Blinn highlight
  float shininess = 20.0F;               ///< its exponent
  float emission = 0.0F;                 ///< radiance of its own, times texture and colour: a screen
  bool see_through = false;              ///< has alpha: drawn last, far ones first
  bool both_sides = false;               ///< hair, paper
};

/// A surface of triangles with one material. A vertex has one place, one normal and one texture coordinate:
/// where a texture has a seam, the vertex stands there twice.
struct Surface {
  std::string name;                      ///< `body`, `eyes`, `hair`: for tests and error messages
  std::vector<Vec3> positions;           ///< mm, in the model's own frame
  std::vector<Vec3> normals;             ///< unit; as many as positions
  std::vector<Vec2> coordinates;         ///< texture, 0 to 1, v upwards; as many as positions, or none
  std::vector<std::uint32_t> triangles;  ///< three indices each, counter-clockwise seen from outside
  Material material;
};

/// A thing to be drawn.
struct Model {
  std::vector<Surface> surfaces;
};

}  // namespace uketsuke::camera
