#include "camera_model/render/raster/see_through.h"

#include <algorithm>

#include "camera_model/render/shading/shade.h"

namespace uketsuke::camera {

namespace {

constexpr float kDone = 4.0F / 64;  // for the four samples together: less is invisible
constexpr float kLeastAlpha = 1.0F / 128;
// Brows lie on the skin: this puts them half a millimetre in front of it at the desk.
constexpr float kNearer = 1.001F;
/// Number of pixels between two 64-bit computations: within them, an edge function fits 32 bits.
constexpr int kBlock = 8;
constexpr std::int64_t kFarEdge = std::int64_t{1} << 30;
/// Limit of a small triangle, as in Samples.
constexpr std::int32_t kSmallSide = 128 * 64;

/// An edge function at the four samples, relative to the corner of their pixel.
Ints at_samples(const SampleEdge& edge) {
  Ints values{};
  for (int i = 0; i < 4; ++i) {
    values[i] = static_cast<std::int32_t>(edge.dx * static_cast<std::int64_t>(Samples::kY[i] * 64) -
                                          edge.dy * static_cast<std::int64_t>(Samples::kX[i] * 64));
  }
  return values;
}

bool none(const Ints& mask) {
  const auto halves = reinterpret_cast<Halves>(mask);
  return (halves[0] | halves[1]) == 0;
}

float sum(const Floats& four) { return (four[0] + four[1]) + (four[2] + four[3]); }

/// Keeps the numbers where all bits of the mask are set, zero elsewhere.
Floats kept(const Floats& four, const Ints& mask) {
  return reinterpret_cast<Floats>(reinterpret_cast<Ints>(four) & mask);
}

/// Adds a triangle's contribution to a pixel, behind what is there.
inline void put(const Shader& shader, const ScreenTriangle& triangle, bool is_glass, int x, int y,
                const SampleBlock& solid, const Ints& inside, SeeThroughLayer::Pixel& pixel) {
  if (sum(pixel.lets_through) < kDone) return;

  const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
  const float nearness = kNearer * (triangle.nearness + (px - triangle.x) * triangle.nearness_x +
                                    (py - triangle.y) * triangle.nearness_y);
  const float *upper = &solid.nearness[0][x % 2 * 2], *lower = &solid.nearness[1][x % 2 * 2];
  const Ints seen = inside & (nearness > Floats{upper[0], upper[1], lower[0], lower[1]});
  if (none(seen)) return;

  Shade colour;
  if (!shader.at(px, py, kLeastAlpha, colour)) return;
  const Floats arrives = kept(pixel.lets_through, seen);
  const float part = 0.25F * sum(arrives), matt = colour.alpha * part;
  // Glass reflects as strongly where it is clear.
  const float mirrors = is_glass ? part : matt;
  pixel.sent += Floats{colour.matt.x, colour.matt.y, colour.matt.z, 0} * matt +
                Floats{colour.gloss.x, colour.gloss.y, colour.gloss.z, 0} * mirrors;
  pixel.lets_through -= arrives * colour.alpha;
}

}  // namespace

void NearestFirst::sort(const Drawing& drawing) {
  by_depth_.clear();
  for (std::size_t i = 0; i < drawing.see_through.size(); ++i) {
    float nearness = 0;
    for (const std::uint32_t corner : drawing.see_through[i].corner)
      nearness += drawing.vertices[corner].nearness;
    by_depth_.emplace_back(-nearness, static_cast<std::uint32_t>(i));
  }
  std::sort(by_depth_.begin(), by_depth_.end());
  order_.clear();
  for (const auto& [nearness, index] : by_depth_) order_.push_back(index);
  bands_.sort(drawing.see_through, order_, drawing.camera.height);
}

void SeeThroughLayer::draw(const Drawing& drawing, Bands::Indices triangles, const Samples& solid,
                           Rows rows) {
  width_ = drawing.camera.width;
  rows_ = rows;
  pixels_.resize(static_cast<std::size_t>(width_) * Bands::kRows);
  touched_.assign(static_cast<std::size_t>(rows_.count()), {width_, 0});
  for (const std::uint32_t index : triangles) scan(drawing, drawing.see_through[index], solid);
}

/// Clears the new pixels of a row.
/// @returns the row
SeeThroughLayer::Pixel* SeeThroughLayer::touch(int y, int begin, int end) {
  Pixel* pixels = &pixels_[line(y) * static_cast<std::size_t>(width_)];
  auto& [first, last] = touched_[line(y)];
  if (first >= last) {
    first = begin, last = begin;
  }
  if (begin < first) {
    std::fill(pixels + begin, pixels + first, Pixel{});
    first = begin;
  }
  if (end > last) {
    std::fill(pixels + last, pixels + end, Pixel{});
    last = end;
  }
  return pixels;
}

void SeeThroughLayer::scan(const Drawing& drawing, const ScreenTriangle& triangle, const Samples& solid) {
  const Vertex &a = drawing.vertices[triangle.corner[0]], &b = drawing.vertices[triangle.corner[1]],
               &c = drawing.vertices[triangle.corner[2]];
  const auto [left, right] = std::minmax({a.x, b.x, c.x});
  const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
  const Box box{std::max(0, left >> 6), std::min(width_, (right >> 6) + 1),
                std::max(rows_.begin, int{triangle.y_begin}), std::min(rows_.end, int{triangle.y_end})};
  if (right - left < kSmallSide && bottom - top < kSmallSide) {
    scan_box<true>(drawing, triangle, solid, box);
  } else {
    scan_box<false>(drawing, triangle, solid, box);
  }
}

template <bool kIsSmall>
void SeeThroughLayer::scan_box(const Drawing& drawing, const ScreenTriangle& triangle, const Samples& solid,
                               const Box& box) {
  const Vertex &a = drawing.vertices[triangle.corner[0]], &b = drawing.vertices[triangle.corner[1]],
               &c = drawing.vertices[triangle.corner[2]];
  const SampleEdge edges[3] = {{a, b}, {b, c}, {c, a}};
  const Shader shader(drawing, triangle);
  const bool is_glass = drawing.surfaces[triangle.surface].sharp;
  Ints samples[3], right[3], start[3];
  for (int i = 0; i < 3; ++i) {
    samples[i] = at_samples(edges[i]);
    right[i] = Ints{} - static_cast<std::int32_t>(64 * edges[i].dy);
  }
  const auto start_at = [&](int x, int y) {
    for (int i = 0; i < 3; ++i) {
      const std::int64_t corner = edges[i].at(std::int64_t{x} * 64, std::int64_t{y} * 64);
      start[i] =
          samples[i] + static_cast<std::int32_t>(kIsSmall ? corner : std::clamp(corner, -kFarEdge, kFarEdge));
    }
  };
  if (kIsSmall) start_at(box.x_begin, box.y_begin);
  for (int y = box.y_begin; y < box.y_end; ++y) {
    Pixel* pixels = touch(y, box.x_begin, box.x_end);
    const SampleBlock* blocks = solid.row(y);
    for (int run = box.x_begin; run < box.x_end; run += kIsSmall ? width_ : kBlock) {
      if (!kIsSmall) start_at(run, y);
      Ints side_a = start[0], side_b = start[1], side_c = start[2];
      const int end = kIsSmall ? box.x_end : std::min(run + kBlock, box.x_end);
      for (int x = run; x < end; ++x) {
        const Ints inside = ~((side_a | side_b | side_c) >> 31);
        side_a += right[0], side_b += right[1], side_c += right[2];
        if (!none(inside)) put(shader, triangle, is_glass, x, y, blocks[x / 2], inside, pixels[x]);
      }
    }
    if (kIsSmall) {
      for (int i = 0; i < 3; ++i) start[i] += static_cast<std::int32_t>(64 * edges[i].dx);
    }
  }
}

}  // namespace uketsuke::camera
