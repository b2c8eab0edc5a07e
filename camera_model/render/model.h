#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/image.h"

namespace uketsuke::camera {

/// How a surface reflects and emits light.
struct Material {
  std::shared_ptr<const Image> texture;  ///< sRGB, 3 or 4 channels; null: `colour` alone
  Vec3 colour{1, 1, 1};                  ///< linear RGB, multiplies the texture
  float specular = 0.0F;                 ///< strength of the Blinn highlight
  float shininess = 20.0F;               ///< exponent of the Blinn highlight
  float emission = 0.0F;                 ///< emitted radiance, multiplied by texture and colour: a screen
  bool see_through = false;              ///< has alpha: drawn last, farthest first
  bool both_sides = false;               ///< visible from both sides: hair, paper
};

/// A triangle mesh with one material. A vertex has one position, one normal and one texture coordinate; at a
/// texture seam, the vertex is duplicated.
struct Surface {
  std::string name;                      ///< `body`, `eyes`, `hair`: for tests and error messages
  std::vector<Vec3> positions;           ///< in mm, in the model's own frame
  std::vector<Vec3> normals;             ///< unit length; one per position
  std::vector<Vec2> coordinates;         ///< texture coordinates, 0 to 1, v up; one per position, or none
  std::vector<std::uint32_t> triangles;  ///< three indices each, counter-clockwise seen from outside
  Material material;
};

/// A set of surfaces that are drawn together.
struct Model {
  std::vector<Surface> surfaces;
};

}  // namespace uketsuke::camera
