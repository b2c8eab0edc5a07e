#pragma once

#include <string>
#include <utility>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/head/anatomy/profile.h"
#include "camera_model/head/anatomy/slice.h"

namespace uketsuke::camera {

/// Targets of the mesh and the weight of each, 0 to 1.
using ShapeWeights = std::vector<std::pair<std::string, float>>;

/// Weights for a person's sex, ancestry, age and build, and for the face that the seed draws. Ages follow
/// MakeHuman: baby 1, child 10, young 25, old 90 years, with linear blending between.
ShapeWeights shape_weights(const HeadProfile& profile);

/// Vertex positions of the mesh after applying the weights, in decimetres.
/// @throws std::out_of_range if the slice does not have a target
std::vector<Vec3> shaped(const Slice& slice, const ShapeWeights& weights);

/// Adds one weighted target to the vertex positions.
void move_towards(const Target& target, float weight, std::vector<Vec3>& places);

}  // namespace uketsuke::camera
