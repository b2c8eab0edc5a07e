#pragma once

#include "camera_model/geometry/vector.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// A rectangle in its own frame, in mm.
struct Sheet {
  float left, right, bottom, top;
  float z = 0;
  float bend_radius = 0;                    ///< round the axis x = 0, z = -radius; 0 flat
  Vec2 bottom_left{0, 0}, top_right{1, 1};  ///< texture coordinates of the corners
};

/// Builds a grid that faces +z, fine enough for correct lighting and bending within it.
Surface sheet(const Sheet& shape, Material material);

/// Builds a flat body with round corners; its front is at z = 0, centred in its frame.
Surface slab(float width, float height, float thickness, float corner, Material material);

/// Builds a rod with round ends and radius `radius`.
Surface rod(Vec3 from, Vec3 to, float radius, Material material);

/// Translates a surface.
Surface moved(Surface surface, Vec3 shift);

}  // namespace uketsuke::camera
