#pragma once

#include <cstdint>
#include <vector>

namespace uketsuke::camera {

/// Which colour a pixel under an RGGB mosaic has: 0 red, 1 green, 2 blue.
constexpr int mosaic_colour(int x, int y) { return (x & 1) + (y & 1); }

/// Bilinear demosaic of one row of an RGGB mosaic: what a pixel has not seen is the mean of its neighbours
/// that have. At the edges the neighbour on the other side stands in for the missing one.
/// @param raw width * height digital numbers
/// @param out width * 3 digital numbers
void demosaic_row(const std::vector<std::uint16_t>& raw, int width, int height, int y, std::uint16_t* out);

}  // namespace uketsuke::camera
