#pragma once

#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "camera_model/geometry/vector.h"

namespace uketsuke::camera {

/// Root mean square distance, in pixels, between `to` and the best image of `from` under one homography:
/// direct linear transform with h33 = 1 (Hartley and Zisserman 2004, 4.1), normal equations solved by
/// Gaussian elimination.
inline float homography_residual(const std::vector<Vec2>& from, const std::vector<Vec2>& to) {
  constexpr int kUnknown = 8;
  constexpr double kScale = 0.01;
  std::array<std::array<double, kUnknown + 1>, kUnknown> system{};
  const auto add = [&](const std::array<double, kUnknown + 1>& row) {
    for (std::size_t i = 0; i < kUnknown; ++i) {
      for (std::size_t j = 0; j <= kUnknown; ++j) system[i][j] += row[i] * row[j];
    }
  };
  for (std::size_t i = 0; i < from.size(); ++i) {
    const double x = from[i].x * kScale - 3, y = from[i].y * kScale - 2, u = to[i].x * kScale - 3,
                 v = to[i].y * kScale - 2;
    add({x, y, 1, 0, 0, 0, -u * x, -u * y, u});
    add({0, 0, 0, x, y, 1, -v * x, -v * y, v});
  }
  for (std::size_t column = 0; column < kUnknown; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column; row < kUnknown; ++row) {
      if (std::abs(system[row][column]) > std::abs(system[pivot][column])) pivot = row;
    }
    std::swap(system[column], system[pivot]);
    for (std::size_t row = 0; row < kUnknown; ++row) {
      if (row == column) continue;
      const double factor = system[row][column] / system[column][column];
      for (std::size_t j = column; j <= kUnknown; ++j) system[row][j] -= factor * system[column][j];
    }
  }
  std::array<double, kUnknown> h{};
  for (std::size_t i = 0; i < kUnknown; ++i) h[i] = system[i][kUnknown] / system[i][i];
  double sum = 0;
  for (std::size_t i = 0; i < from.size(); ++i) {
    const double x = from[i].x * kScale - 3, y = from[i].y * kScale - 2;
    const double w = h[6] * x + h[7] * y + 1;
    const double u = ((h[0] * x + h[1] * y + h[2]) / w + 3) / kScale,
                 v = ((h[3] * x + h[4] * y + h[5]) / w + 2) / kScale;
    sum += (u - to[i].x) * (u - to[i].x) + (v - to[i].y) * (v - to[i].y);
  }
  return static_cast<float>(std::sqrt(sum / static_cast<double>(from.size())));
}

}  // namespace uketsuke::camera
