#pragma once

#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/slice.h"

namespace uketsuke::camera {

/// How much larger a body is than the published mesh at the place where a proxy is attached, per axis. The
/// published offsets fit that mesh only; without this factor, a child's hair would stand off the head.
/// @param unit  lengths of `places` per decimetre
Vec3 size_ratio(const Slice& slice, const Proxy& proxy, const std::vector<Vec3>& places, float unit);

/// Vertices of the proxy, fitted to that body.
/// @param scale  factor for the offsets: size_ratio() times `unit`
std::vector<Vec3> fitted(const Proxy& proxy, const std::vector<Vec3>& places, Vec3 scale);

}  // namespace uketsuke::camera
