#pragma once

#include <cstdint>
#include <vector>

namespace uketsuke::camera {

/// The colour of a pixel under an RGGB mosaic: 0 red, 1 green, 2 blue.
constexpr int mosaic_colour(int x, int y) { return (x & 1) + (y & 1); }

/// Bilinear demosaic of one row of an RGGB mosaic: a missing colour is the mean of the neighbours that have
/// it. At the image's edges, the neighbour on the opposite side replaces a missing one.
/// @param raw  width * height digital numbers
/// @param out  width * 3 digital numbers
void demosaic_row(const std::vector<std::uint16_t>& raw, int width, int height, int y, std::uint16_t* out);

}  // namespace uketsuke::camera
