#include "camera_model/render/raster/samples.h"

#include <algorithm>
#include <cstring>

namespace uketsuke::camera {

namespace {

constexpr std::int32_t kLanes = 4;  // samples per row in a block

/// Number of blocks in a row between two 64-bit computations: within them, an edge function fits 32 bits.
constexpr std::int32_t kRun = 4;
constexpr std::int64_t kFar = std::int64_t{1} << 30;

/// Limit of a small triangle's width and height, in 64ths of a pixel. Nearly all triangles are smaller; their
/// edge functions fit 32 bits over the whole bounding box, so that each value follows from the one above.
constexpr std::int32_t kSmall = 128 * 64;

/// Position of the first sample of a block in its upper and its lower row, in 64ths of a pixel.
constexpr std::int32_t kPlaceX[2] = {24, 8}, kPlaceY[2] = {8, 40};

template <class Vector>
Vector load(const void* from) {
  Vector vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

bool all(const Ints& mask) {
  const auto halves = reinterpret_cast<Halves>(mask);
  return (halves[0] & halves[1]) == -1;
}

/// Change of a number along the samples of a block's row, and from one block to the next.
template <class Vector, class Number>
struct Slope {
  Vector lanes;
  Number step;

  /// @param right  change from one sample to the next
  /// @param odd  additional change at every second sample
  Slope(Number right, Number odd) : step(kLanes * right) {
    lanes = Vector{0, right + odd, 2 * right, 3 * right + odd};
  }
};

/// An edge function at the samples of a block.
struct Side {
  Ints rows[2];

  void advance(std::int32_t step) { rows[0] += step, rows[1] += step; }
};

struct EdgeSlope : Slope<Ints, std::int32_t> {
  // Odd samples lie a quarter of a pixel lower.
  explicit EdgeSlope(const SampleEdge& edge)
      : Slope(static_cast<std::int32_t>(-32 * edge.dy), static_cast<std::int32_t>(16 * edge.dx)) {}

  template <bool kIsSmall>
  Side at(const SampleEdge& edge, std::int32_t x, std::int32_t y) const {
    Side side;
    for (int j = 0; j < 2; ++j) {
      const std::int64_t value = edge.at(x + kPlaceX[j], y + kPlaceY[j]);
      side.rows[j] = lanes + static_cast<std::int32_t>(kIsSmall ? value : std::clamp(value, -kFar, kFar));
    }
    return side;
  }
};

/// Stores the new nearness and its index where the mask is zero and the new nearness exceeds the old.
inline void enter(float* nearness, std::uint32_t* indices, const Ints& outside, const Floats& here,
                  std::int32_t index) {
  const auto before = load<Floats>(nearness);
  const Ints wins = (here > before) & ~outside;
  const Ints nearer = (wins & reinterpret_cast<Ints>(here)) | (~wins & reinterpret_cast<Ints>(before));
  const Ints who = (wins & index) | (~wins & load<Ints>(indices));
  std::memcpy(nearness, &nearer, sizeof nearer);
  std::memcpy(indices, &who, sizeof who);
}

}  // namespace

void Samples::clear(int width, Rows rows) {
  if (width != width_) {
    width_ = width;
    stride_ = (static_cast<std::size_t>(width) + 1) / 2;
    blocks_.assign(stride_ * Bands::kRows, SampleBlock{});
  } else {
    for (int y = rows_.begin; y < rows_.end; ++y) {
      const auto [begin, end] = touched(y);
      SampleBlock* blocks = &blocks_[line(y) * stride_];
      for (int x = begin / 2; 2 * x < end; ++x) std::memset(blocks[x].nearness, 0, sizeof blocks[x].nearness);
    }
  }
  rows_ = rows;
  touched_.assign(static_cast<std::size_t>(rows.count()), {width, 0});
}

void Samples::touch(const Box& box) {
  for (int y = box.row_begin; y < box.row_end; ++y) {
    auto& [begin, end] = touched_[line(y)];
    begin = std::min(begin, 2 * box.begin), end = std::max(end, std::min(2 * box.end, width_));
  }
}

void Samples::scan(const ScreenTriangle& triangle, const Vertex* vertices, std::uint32_t index) {
  const Vertex &a = vertices[triangle.corner[0]], &b = vertices[triangle.corner[1]],
               &c = vertices[triangle.corner[2]];
  const auto [left, right] = std::minmax({a.x, b.x, c.x});
  const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
  // The first and the last sample of a pixel lie 8 and 56 sixty-fourths right of its left edge and below its
  // top.
  const Box box{std::max(0, (left - 24) >> 7), std::min((width_ + 1) / 2, ((right - 8) >> 7) + 1),
                std::max(rows_.begin, (top + 7) >> 6), std::min(rows_.end, ((bottom - 8) >> 6) + 1)};
  if (box.row_begin >= box.row_end || box.begin >= box.end) return;
  touch(box);
  const SampleEdge edges[3] = {{a, b}, {b, c}, {c, a}};
  if (right - left < kSmall && bottom - top < kSmall) {
    scan_box<true>(triangle, edges, box, index);
  } else {
    scan_box<false>(triangle, edges, box, index);
  }
}

template <bool kIsSmall>
void Samples::scan_box(const ScreenTriangle& triangle, const SampleEdge (&edges)[3], const Box& box,
                       std::uint32_t index) {
  const EdgeSlope slope_a(edges[0]), slope_b(edges[1]), slope_c(edges[2]);
  const Slope<Floats, float> nearer(0.5F * triangle.nearness_x, 0.25F * triangle.nearness_y);
  const auto own = static_cast<std::int32_t>(index);
  Side start_a, start_b, start_c;
  const auto start = [&](std::int32_t block, std::int32_t y) {
    start_a = slope_a.at<kIsSmall>(edges[0], 128 * block, 64 * y);
    start_b = slope_b.at<kIsSmall>(edges[1], 128 * block, 64 * y);
    start_c = slope_c.at<kIsSmall>(edges[2], 128 * block, 64 * y);
  };
  if (kIsSmall) start(box.begin, box.row_begin);
  for (std::int32_t y = box.row_begin; y < box.row_end; ++y) {
    Side a = start_a, b = start_b, c = start_c;
    if (kIsSmall) {
      start_a.advance(static_cast<std::int32_t>(64 * edges[0].dx));
      start_b.advance(static_cast<std::int32_t>(64 * edges[1].dx));
      start_c.advance(static_cast<std::int32_t>(64 * edges[2].dx));
    }
    float down[2];
    for (int j = 0; j < 2; ++j)
      down[j] = (static_cast<float>(64 * y + kPlaceY[j]) * (1.0F / 64) - triangle.y) * triangle.nearness_y;
    SampleBlock* blocks = &blocks_[line(y) * stride_];
    for (std::int32_t run = box.begin; run < box.end; run += kRun) {
      if (!kIsSmall) start(run, y), a = start_a, b = start_b, c = start_c;
      float first[2];
      for (int j = 0; j < 2; ++j) {
        const float across =
            (static_cast<float>(128 * run + kPlaceX[j]) * (1.0F / 64) - triangle.x) * triangle.nearness_x;
        first[j] = triangle.nearness + across + down[j];
      }
      const std::int32_t end = std::min(run + kRun, box.end);
      for (std::int32_t x = run; x < end; ++x) {
        const Ints upper = (a.rows[0] | b.rows[0] | c.rows[0]) >> 31;
        const Ints lower = (a.rows[1] | b.rows[1] | c.rows[1]) >> 31;
        a.advance(slope_a.step), b.advance(slope_b.step), c.advance(slope_c.step);
        const float here[2] = {first[0], first[1]};
        first[0] += nearer.step, first[1] += nearer.step;
        if (all(upper & lower)) continue;
        SampleBlock& block = blocks[x];
        enter(block.nearness[0], block.index[0], upper, nearer.lanes + here[0], own);
        enter(block.nearness[1], block.index[1], lower, nearer.lanes + here[1], own);
      }
    }
  }
}

}  // namespace uketsuke::camera
