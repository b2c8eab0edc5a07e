#include "camera_model/render/raster/bands.h"

#include <cstddef>

namespace uketsuke::camera {

namespace {

std::size_t first_band(const ScreenTriangle& triangle) {
  return static_cast<std::size_t>(triangle.y_begin / Bands::kRows);
}
std::size_t last_band(const ScreenTriangle& triangle) {
  return static_cast<std::size_t>((triangle.y_end - 1) / Bands::kRows);
}

}  // namespace

/// Counting sort; stable within a band.
template <class IndexAt>
void Bands::sort(const std::vector<ScreenTriangle>& triangles, std::size_t count, int height,
                 IndexAt&& index_at) {
  ends_.assign(static_cast<std::size_t>((height + kRows - 1) / kRows), 0);
  for (std::size_t i = 0; i < count; ++i) {
    const ScreenTriangle& triangle = triangles[index_at(i)];
    for (std::size_t band = first_band(triangle); band <= last_band(triangle); ++band) ++ends_[band];
  }
  std::uint32_t sum = 0;
  for (std::uint32_t& end : ends_) {
    const std::uint32_t own = end;
    end = sum;  // the band's start until its indices are in place
    sum += own;
  }
  indices_.resize(sum);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t index = index_at(i);
    const ScreenTriangle& triangle = triangles[index];
    for (std::size_t band = first_band(triangle); band <= last_band(triangle); ++band)
      indices_[ends_[band]++] = index;
  }
}

void Bands::sort(const std::vector<ScreenTriangle>& triangles, const std::vector<std::uint32_t>& order,
                 int height) {
  sort(triangles, order.size(), height, [&](std::size_t i) { return order[i]; });
}

void Bands::sort(const std::vector<ScreenTriangle>& triangles, int height) {
  sort(triangles, triangles.size(), height, [](std::size_t i) { return static_cast<std::uint32_t>(i); });
}

}  // namespace uketsuke::camera
