#pragma once

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "camera_model/render/raster/bands.h"
#include "camera_model/render/raster/vertex.h"

namespace uketsuke::camera {

struct SampleEdge;

/// The samples of two pixels side by side, in one line of the cache: by rows of samples, from the left.
struct alignas(64) SampleBlock {
  float nearness[2][4];       ///< 0: nothing there
  std::uint32_t index[2][4];  ///< without meaning where `nearness` is 0
};

/// Which triangle is nearest, at four places of each pixel of a band.
///
/// The four lie on a rotated grid, so that nearly level and nearly upright edges have five steps. They are
/// kept as two rows of two: sample (2x + i, 2y + j) of pixel (x, y).
class Samples {
 public:
  /// Places of the four samples within a pixel, by 2 j + i.
  static constexpr float kX[4] = {0.375F, 0.875F, 0.125F, 0.625F};
  static constexpr float kY[4] = {0.125F, 0.375F, 0.625F, 0.875F};

  /// Takes back what was entered; other places are empty already.
  void clear(int width, Rows rows);

  /// Enters the part of a triangle that is in the band where it is nearer than what is there. Corners inside
  /// the guard (clip.h). Edges that two triangles share belong to one of them.
  void scan(const ScreenTriangle& triangle, const Vertex* vertices, std::uint32_t index);

  /// A row of pixels, two in a block.
  const SampleBlock* row(int y) const { return &blocks_[line(y) * stride_]; }
  /// Pixels of a row: before the first and from the second on there is nothing.
  std::pair<int, int> touched(int y) const { return touched_[line(y)]; }

 private:
  /// Blocks round a triangle; the ends are not part of it.
  struct Box {
    std::int32_t begin, end, row_begin, row_end;
  };

  int width_ = 0;
  Rows rows_;
  std::size_t stride_ = 0;
  std::vector<SampleBlock> blocks_;
  std::vector<std::pair<int, int>> touched_;

  std::size_t line(int y) const { return static_cast<std::size_t>(y - rows_.begin); }
  void touch(const Box& box);
  template <bool kIsSmall>
  void scan_box(const ScreenTriangle& triangle, const SampleEdge (&edges)[3], const Box& box,
                std::uint32_t index);
};

/// A place on the picture in 64ths of a pixel. Not std::floor, which is a call where SSE4.1 is not taken for
/// granted.
inline std::int32_t fixed_point(float pixels) {
  const float parts = pixels * 64.0F + 0.5F;
  const auto whole = static_cast<std::int32_t>(parts);
  return whole - (static_cast<float>(whole) > parts ? 1 : 0);
}

/// Twice the area in 64ths of a pixel squared; positive where the corners turn clockwise on the picture.
inline std::int64_t doubled_area(const Vertex& a, const Vertex& b, const Vertex& c) {
  const std::int64_t ax = a.x, ay = a.y;
  return (b.x - ax) * (c.y - ay) - (b.y - ay) * (c.x - ax);
}

/// The side from one corner to another: positive or zero at places that belong to the triangle on its right.
/// A place on an edge belongs to the triangle whose upper or left edge it is.
struct SampleEdge {
  std::int64_t x, y, dx, dy, bias;

  SampleEdge(const Vertex& a, const Vertex& b)
      : x(a.x), y(a.y), dx(b.x - x), dy(b.y - y), bias(dy < 0 || (dy == 0 && dx > 0) ? 0 : -1) {}

  /// @param px, py 64ths of a pixel
  std::int64_t at(std::int64_t px, std::int64_t py) const { return dx * (py - y) - dy * (px - x) + bias; }
};

}  // namespace uketsuke::camera
