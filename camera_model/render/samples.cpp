#include "camera_model/render/samples.h"

#include <algorithm>
#include <cstring>

namespace uketsuke::camera {

namespace {

/// Four samples of a row at once.
constexpr std::int32_t kLanes = 4;

/// So many samples of a row between two computations in 64 bits: an edge function cannot leave 32 bits in
/// them.
constexpr std::int32_t kBlock = 16;
constexpr std::int64_t kFar = std::int64_t{1} << 30;

template <class Vector>
Vector load(const void* from) {
  Vector vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

/// What is the same in all rows: how edges and nearness change over the lanes, and from lanes to lanes.
struct Slopes {
  Ints edge_lanes[3];
  std::int32_t edge_step[3];
  Floats nearness_lanes;
  float nearness_step;

  Slopes(const SampleEdge (&edges)[3], const ScreenTriangle& triangle) {
    for (int i = 0; i < 3; ++i) {
      // Half a pixel to the right each; odd samples lie a quarter of a pixel lower.
      const auto step = static_cast<std::int32_t>(-32 * edges[i].dy),
                 odd = static_cast<std::int32_t>(16 * edges[i].dx);
      edge_lanes[i] = Ints{0, step + odd, 2 * step, 3 * step + odd};
      edge_step[i] = kLanes * step;
    }
    const float step = 0.5F * triangle.nearness_x, odd = 0.25F * triangle.nearness_y;
    nearness_lanes = Floats{0, step + odd, 2 * step, 3 * step + odd};
    nearness_step = kLanes * step;
  }
};

void scan_block(const Slopes& slopes, std::int32_t (&start)[3], float first, std::int32_t count,
                std::uint32_t index, float* nearness, std::uint32_t* indices) {
  const auto own = static_cast<std::int32_t>(index);
  for (std::int32_t k = 0; k < count; k += kLanes) {
    const Ints outside = ((slopes.edge_lanes[0] + start[0]) | (slopes.edge_lanes[1] + start[1]) |
                          (slopes.edge_lanes[2] + start[2])) >>
                         31;
    for (int i = 0; i < 3; ++i) start[i] += slopes.edge_step[i];
    const float here_first = first;
    first += slopes.nearness_step;
    const auto halves = reinterpret_cast<Halves>(outside);
    if ((halves[0] & halves[1]) == -1) continue;

    const Floats here = slopes.nearness_lanes + here_first;
    const auto before = load<Floats>(nearness + k);
    const Ints wins = (here > before) & ~outside;
    const Ints nearer = (wins & reinterpret_cast<Ints>(here)) | (~wins & reinterpret_cast<Ints>(before));
    const Ints who = (wins & own) | (~wins & load<Ints>(indices + k));
    std::memcpy(nearness + k, &nearer, sizeof nearer);
    std::memcpy(indices + k, &who, sizeof who);
  }
}

}  // namespace

void Samples::clear(int width, int height) {
  width_ = width, height_ = height;
  stride_ = (2 * static_cast<std::size_t>(width) + kLanes - 1) / kLanes * kLanes;
  const std::size_t count = stride_ * 2 * static_cast<std::size_t>(height);
  nearness_.assign(count, 0.0F);
  index_.resize(count);
}

void Samples::scan(const ScreenTriangle& triangle, const Vertex* vertices, std::uint32_t index) {
  const Vertex &a = vertices[triangle.corner[0]], &b = vertices[triangle.corner[1]],
               &c = vertices[triangle.corner[2]];
  const auto [left, right] = std::minmax({a.x, b.x, c.x});
  const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
  // Samples lie 8, 24, 40 or 56 sixty-fourths below the top of their pixel.
  const auto first_row = [](std::int32_t at) {
    const std::int32_t part = at & 63;
    return 2 * (at >> 6) + (part > 56 ? 2 : part > 24 ? 1 : 0);
  };
  const auto last_row = [](std::int32_t at) {
    const std::int32_t part = at & 63;
    return 2 * (at >> 6) + (part >= 40 ? 1 : part >= 8 ? 0 : -1);
  };
  const std::int32_t row_begin = std::max(0, first_row(top)),
                     row_end = std::min(2 * height_ - 1, last_row(bottom));
  const std::int32_t begin = std::max(0, (left - 24) >> 5) & ~(kLanes - 1);
  const std::int32_t end = std::min(2 * width_ - 1, (right - 8) >> 5);
  if (row_begin > row_end || begin > end) return;

  const SampleEdge edges[3] = {{a, b}, {b, c}, {c, a}};
  const Slopes slopes(edges, triangle);
  for (std::int32_t r = row_begin; r <= row_end; ++r) {
    const std::int32_t sample_y = (r >> 1) * 64 + (r % 2 == 0 ? 8 : 40);
    const float down = (static_cast<float>(sample_y) * (1.0F / 64) - triangle.y) * triangle.nearness_y;
    const std::size_t line = static_cast<std::size_t>(r) * stride_;
    for (std::int32_t column = begin; column <= end; column += kBlock) {
      const std::int32_t sample_x = column * 32 + (r % 2 == 0 ? 24 : 8);
      std::int32_t start[3];
      for (int i = 0; i < 3; ++i)
        start[i] = static_cast<std::int32_t>(std::clamp(edges[i].at(sample_x, sample_y), -kFar, kFar));
      const float across = (static_cast<float>(sample_x) * (1.0F / 64) - triangle.x) * triangle.nearness_x;
      const std::size_t at = line + static_cast<std::size_t>(column);
      scan_block(slopes, start, triangle.nearness + across + down, std::min(kBlock, end - column + 1), index,
                 &nearness_[at], &index_[at]);
    }
  }
}

}  // namespace uketsuke::camera
