#pragma once

#include "camera_model/geometry/vector.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// A rectangle in its own frame, mm.
struct Sheet {
  float left, right, bottom, top;
  float z = 0;
  float bend_radius = 0;                    ///< round the axis x = 0, z = -radius; 0 flat
  Vec2 bottom_left{0, 0}, top_right{1, 1};  ///< texture coordinates of the corners
};

/// A fine grid that faces +z, so that light and bending are right within it.
Surface sheet(const Sheet& shape, Material material);

/// A flat body with round corners whose front is at z = 0, in the middle of its frame.
Surface slab(float width, float height, float thickness, float corner, Material material);

/// A rod with round ends, `radius` thick.
Surface rod(Vec3 from, Vec3 to, float radius, Material material);

/// The same surface elsewhere.
Surface moved(Surface surface, Vec3 shift);

}  // namespace uketsuke::camera
