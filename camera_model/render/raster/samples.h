#pragma once

#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "camera_model/render/raster/bands.h"
#include "camera_model/render/raster/vertex.h"

namespace uketsuke::camera {

struct SampleEdge;

/// The samples of two adjacent pixels in one cache line: by rows of samples, from the left.
struct alignas(64) SampleBlock {
  float nearness[2][4];       ///< 0: empty
  std::uint32_t index[2][4];  ///< undefined where `nearness` is 0
};

/// Which triangle is nearest, at four sample positions per pixel of a band.
///
/// The four lie on a rotated grid, so that nearly horizontal and nearly vertical edges have five steps. They
/// are stored as two rows of two: sample (2x + i, 2y + j) of pixel (x, y).
class Samples {
 public:
  /// Positions of the four samples within a pixel, indexed by 2 j + i.
  static constexpr float kX[4] = {0.375F, 0.875F, 0.125F, 0.625F};
  static constexpr float kY[4] = {0.125F, 0.375F, 0.625F, 0.875F};

  /// Removes what scan() entered; the other samples are empty already.
  void clear(int width, Rows rows);

  /// Enters the part of a triangle within the band that is nearer than what is there. Its corners must be
  /// inside the guard (clip.h). An edge shared by two triangles belongs to exactly one of them.
  void scan(const ScreenTriangle& triangle, const Vertex* vertices, std::uint32_t index);

  /// A row of pixels, two per block.
  const SampleBlock* row(int y) const { return &blocks_[line(y) * stride_]; }
  /// Range of pixels in a row that were touched: first and end (exclusive); all others are empty.
  std::pair<int, int> touched(int y) const { return touched_[line(y)]; }

 private:
  /// Blocks round a triangle; ends are exclusive.
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

/// A position in the image in 64ths of a pixel. Does not use std::floor, which is a function call without
/// SSE4.1.
inline std::int32_t fixed_point(float pixels) {
  const float parts = pixels * 64.0F + 0.5F;
  const auto whole = static_cast<std::int32_t>(parts);
  return whole - (static_cast<float>(whole) > parts ? 1 : 0);
}

/// Twice the area in 64ths of a pixel squared; positive if the corners turn clockwise in the image.
inline std::int64_t doubled_area(const Vertex& a, const Vertex& b, const Vertex& c) {
  const std::int64_t ax = a.x, ay = a.y;
  return (b.x - ax) * (c.y - ay) - (b.y - ay) * (c.x - ax);
}

/// The edge function from one corner to another: positive or zero at positions that belong to the triangle on
/// its right. A position on an edge belongs to the triangle of which it is the upper or left edge.
struct SampleEdge {
  std::int64_t x, y, dx, dy, bias;

  SampleEdge(const Vertex& a, const Vertex& b)
      : x(a.x), y(a.y), dx(b.x - x), dy(b.y - y), bias(dy < 0 || (dy == 0 && dx > 0) ? 0 : -1) {}

  /// @param px, py  in 64ths of a pixel
  std::int64_t at(std::int64_t px, std::int64_t py) const { return dx * (py - y) - dy * (px - x) + bias; }
};

}  // namespace uketsuke::camera
