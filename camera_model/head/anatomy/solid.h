#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "camera_model/geometry/vector.h"
#include "camera_model/render/model.h"

namespace uketsuke::camera {

/// Builds a sheet of columns by rows points and computes its normals: the base shape of worn items. Seen from
/// outside, columns run to the person's left and rows run down.
/// @param closed  whether the last column meets the first
Surface sheet(std::string name, std::size_t columns, std::size_t rows, bool closed,
              const std::function<Vec3(float across, float down)>& place, Material material);

/// Adds a tube along a path to a surface: frames, ear loops. Its texture coordinates are 0.
/// @param closed  whether the last point meets the first
void add_tube(Surface& surface, const std::vector<Vec3>& path, float radius, bool closed);

/// A texture of uniform colour and opacity: 4 x 4 pixels, sRGB and alpha.
std::shared_ptr<const Image> film(std::uint8_t red, std::uint8_t green, std::uint8_t blue,
                                  std::uint8_t alpha);

}  // namespace uketsuke::camera
