#pragma once

#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/anatomy/slice.h"

namespace uketsuke::camera {

/// Bends the face where no target does: a few dozen soft pushes of a millimetre or two, drawn by the seed,
/// the same on both halves except for a tenth. The published targets alone leave a common look that the
/// embedder knows again.
/// @param places  the shaped mesh, decimetres
void warp_face(const Slice& slice, const HeadProfile& profile, std::vector<Vec3>& places);

}  // namespace uketsuke::camera
