#pragma once

#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/slice.h"

namespace uketsuke::camera {

/// How much larger a body is than the published mesh where a proxy hangs on it, for each direction. The
/// published offsets are for that mesh; a child's hair would stand off its head without this.
/// @param unit  lengths of `places` in one decimetre
Vec3 size_ratio(const Slice& slice, const Proxy& proxy, const std::vector<Vec3>& places, float unit);

/// The proxy's vertices on that body.
/// @param scale  of the offsets: size_ratio() times `unit`
std::vector<Vec3> fitted(const Proxy& proxy, const std::vector<Vec3>& places, Vec3 scale);

}  // namespace uketsuke::camera
