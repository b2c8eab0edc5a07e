#pragma once

#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/anatomy/slice.h"

namespace uketsuke::camera {

/// Bends the face in ways that no target does: a few dozen smooth pushes of a millimetre or two, drawn by the
/// seed, symmetric except for a tenth. With the published targets alone, faces share a look that the embedder
/// recognises.
/// @param places  the shaped mesh, in decimetres
void warp_face(const Slice& slice, const HeadProfile& profile, std::vector<Vec3>& places);

}  // namespace uketsuke::camera
