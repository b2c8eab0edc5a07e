#include "camera_model/render/see_through.h"

#include <algorithm>

#include "camera_model/render/shade.h"

namespace uketsuke::camera {

namespace {

constexpr float kDone = 4.0F / 64;  // of the four samples together: less is not seen
constexpr float kLeastAlpha = 1.0F / 128;
constexpr float kNearer = 1.001F;  // brows lie on the skin: half a millimetre before it at the desk
/// So many pixels between two computations in 64 bits: an edge function cannot leave 32 bits in them.
constexpr int kBlock = 8;
constexpr std::int64_t kFar = std::int64_t{1} << 30;

struct Bounds {
  int x_begin, x_end, y_begin, y_end;  // the ends are not part of it

  Bounds(const Drawing& drawing, const ScreenTriangle& triangle) {
    const Vertex &a = drawing.vertices[triangle.corner[0]], &b = drawing.vertices[triangle.corner[1]],
                 &c = drawing.vertices[triangle.corner[2]];
    const auto [left, right] = std::minmax({a.x, b.x, c.x});
    const auto [top, bottom] = std::minmax({a.y, b.y, c.y});
    x_begin = std::max(0, left >> 6), x_end = std::min(drawing.camera.width, (right >> 6) + 1);
    y_begin = std::max(0, top >> 6), y_end = std::min(drawing.camera.height, (bottom >> 6) + 1);
  }
};

/// An edge at the four samples, relative to the corner of their pixel.
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

/// Keeps the numbers where the mask has all bits, zero elsewhere.
Floats kept(const Floats& four, const Ints& mask) {
  return reinterpret_cast<Floats>(reinterpret_cast<Ints>(four) & mask);
}

}  // namespace

void SeeThroughLayer::draw(const Drawing& drawing) {
  width_ = drawing.camera.width;
  pixels_.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(drawing.camera.height));
  touched_.assign(static_cast<std::size_t>(drawing.camera.height), {width_, 0});
  choose(drawing);
  clear_touched();
  std::sort(order_.begin(), order_.end());
  for (const auto& [nearness, index] : order_) scan(drawing, drawing.see_through[index]);
}

/// The order of the triangles on the picture, and which pixels they may touch.
void SeeThroughLayer::choose(const Drawing& drawing) {
  order_.clear();
  for (std::size_t i = 0; i < drawing.see_through.size(); ++i) {
    const ScreenTriangle& triangle = drawing.see_through[i];
    const Bounds bounds(drawing, triangle);
    if (bounds.x_begin >= bounds.x_end || bounds.y_begin >= bounds.y_end) continue;
    float nearness = 0;
    for (const std::uint32_t corner : triangle.corner) nearness += drawing.vertices[corner].nearness;
    order_.emplace_back(-nearness, static_cast<std::uint32_t>(i));
    for (int y = bounds.y_begin; y < bounds.y_end; ++y) {
      auto& [begin, end] = touched_[static_cast<std::size_t>(y)];
      begin = std::min(begin, bounds.x_begin), end = std::max(end, bounds.x_end);
    }
  }
}

void SeeThroughLayer::clear_touched() {
  for (std::size_t y = 0; y < touched_.size(); ++y) {
    Pixel* line = &pixels_[y * static_cast<std::size_t>(width_)];
    for (int x = touched_[y].first; x < touched_[y].second; ++x) line[x] = {};
  }
}

void SeeThroughLayer::scan(const Drawing& drawing, const ScreenTriangle& triangle) {
  const Bounds bounds(drawing, triangle);
  const Vertex &a = drawing.vertices[triangle.corner[0]], &b = drawing.vertices[triangle.corner[1]],
               &c = drawing.vertices[triangle.corner[2]];
  const SampleEdge edges[3] = {{a, b}, {b, c}, {c, a}};
  const Ints samples[3] = {at_samples(edges[0]), at_samples(edges[1]), at_samples(edges[2])};
  const std::int32_t step[3] = {static_cast<std::int32_t>(64 * edges[0].dy),
                                static_cast<std::int32_t>(64 * edges[1].dy),
                                static_cast<std::int32_t>(64 * edges[2].dy)};
  for (int y = bounds.y_begin; y < bounds.y_end; ++y) {
    for (int block = bounds.x_begin; block < bounds.x_end; block += kBlock) {
      Ints side[3];
      for (int i = 0; i < 3; ++i) {
        const std::int64_t corner = edges[i].at(std::int64_t{block} * 64, std::int64_t{y} * 64);
        side[i] = samples[i] + static_cast<std::int32_t>(std::clamp(corner, -kFar, kFar));
      }
      const int end = std::min(block + kBlock, bounds.x_end);
      for (int x = block; x < end; ++x) {
        const Ints inside = ~((side[0] | side[1] | side[2]) >> 31);
        if (!none(inside)) put(drawing, triangle, x, y, inside);
        for (int i = 0; i < 3; ++i) side[i] -= step[i];
      }
    }
  }
}

void SeeThroughLayer::put(const Drawing& drawing, const ScreenTriangle& triangle, int x, int y,
                          const Ints& inside) {
  Pixel& pixel =
      pixels_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)];
  if (sum(pixel.lets_through) < kDone) return;

  const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
  const float nearness = kNearer * (triangle.nearness + (px - triangle.x) * triangle.nearness_x +
                                    (py - triangle.y) * triangle.nearness_y);
  const float* solid = drawing.samples.nearness(y) + 2 * static_cast<std::size_t>(x);
  const float* below = solid + drawing.samples.stride();
  const Ints seen = inside & (nearness > Floats{solid[0], solid[1], below[0], below[1]});
  if (none(seen)) return;

  const Shade colour = shade(drawing, triangle, px, py);
  if (colour.alpha < kLeastAlpha) return;
  const Floats arrives = kept(pixel.lets_through, seen);
  const float part = 0.25F * sum(arrives), matt = colour.alpha * part;
  // Glass mirrors as much where it is clear.
  const float mirrors = drawing.surfaces[triangle.surface].sharp ? part : matt;
  pixel.sent += Floats{colour.matt.x, colour.matt.y, colour.matt.z, 0} * matt +
                Floats{colour.gloss.x, colour.gloss.y, colour.gloss.z, 0} * mirrors;
  pixel.lets_through -= arrives * colour.alpha;
}

}  // namespace uketsuke::camera
