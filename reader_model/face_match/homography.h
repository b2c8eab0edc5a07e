#pragma once

#include <array>
#include <optional>
#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::reader {

/// How one view of a plane follows from another: 3x3, row by row, the last number 1.
using Homography = std::array<double, 9>;

/// Least squares over all pairs, by the direct linear transformation on points shifted and scaled to unit
/// size (Hartley 1997). @returns nothing for fewer than 4 pairs or points without extent
std::optional<Homography> fit_homography(const std::vector<camera::Vec2>& from,
                                         const std::vector<camera::Vec2>& to);

camera::Vec2 apply(const Homography& homography, camera::Vec2 point);

/// Lengths that two perpendicular directions of unit length get at a point, the longer first: singular values
/// of the derivative.
std::array<double, 2> stretches(const Homography& homography, camera::Vec2 point);

}  // namespace uketsuke::reader
