#pragma once

#include <array>
#include <optional>
#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::reader {

/// Mapping from one view of a plane to another: 3x3, row by row, the last element 1.
using Homography = std::array<double, 9>;

/// Least squares over all pairs, by the direct linear transformation on points shifted and scaled to unit
/// size (Hartley 1997). @returns empty for fewer than 4 pairs or points without extent
std::optional<Homography> fit_homography(const std::vector<camera::Vec2>& from,
                                         const std::vector<camera::Vec2>& to);

camera::Vec2 apply(const Homography& homography, camera::Vec2 point);

/// Factors by which the mapping stretches two perpendicular directions at a point, the larger first: singular
/// values of its derivative.
std::array<double, 2> stretches(const Homography& homography, camera::Vec2 point);

}  // namespace uketsuke::reader
