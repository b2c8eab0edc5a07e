#pragma once

#include <string>
#include <utility>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/anatomy/slice.h"

namespace uketsuke::camera {

/// Targets of the mesh and how far each is gone, 0 to 1.
using ShapeWeights = std::vector<std::pair<std::string, float>>;

/// Sex, ancestry, age and build of a person, and the face that the seed draws. Ages are MakeHuman's: baby 1,
/// child 10, young 25, old 90 years, blended evenly between.
ShapeWeights shape_weights(const HeadProfile& profile);

/// The mesh moved so: one place a vertex, decimetres.
/// @throws std::out_of_range a target that the slice does not have
std::vector<Vec3> shaped(const Slice& slice, const ShapeWeights& weights);

/// Adds one target to places.
void move_towards(const Target& target, float weight, std::vector<Vec3>& places);

}  // namespace uketsuke::camera
