#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "camera_model/render/drawing.h"
#include "camera_model/render/raster/bands.h"
#include "camera_model/render/raster/samples.h"

namespace uketsuke::camera {

/// The see-through triangles of each band, nearest first.
class NearestFirst {
 public:
  void sort(const Drawing& drawing);
  Bands::Indices of(int band) const { return bands_.of(band); }

 private:
  std::vector<std::pair<float, std::uint32_t>> by_depth_;
  std::vector<std::uint32_t> order_;
  Bands bands_;
};

/// Hair, brows, lashes, lenses: the light that they send to each pixel and the share that they let through
/// from behind.
///
/// Draws the nearest triangles first, each in front of the later ones. The result equals drawing the farthest
/// first, and a pixel that lets nothing through is finished early.
class SeeThroughLayer {
 public:
  struct Pixel {
    Floats sent{0, 0, 0, 0};          ///< RGB
    Floats lets_through{1, 1, 1, 1};  ///< 0 to 1, for each of the four samples
  };

  /// Draws the triangles of a band where the solid ones do not hide them; `solid` has the same rows.
  void draw(const Drawing& drawing, Bands::Indices triangles, const Samples& solid, Rows rows);

  /// A row of pixels of the band; only those in the range of touched() are defined.
  const Pixel* row(int y) const { return &pixels_[line(y) * static_cast<std::size_t>(width_)]; }
  std::pair<int, int> touched(int y) const { return touched_[line(y)]; }

 private:
  /// Pixels round a triangle; ends are exclusive.
  struct Box {
    int x_begin, x_end, y_begin, y_end;
  };

  int width_ = 0;
  Rows rows_;
  std::vector<Pixel> pixels_;
  std::vector<std::pair<int, int>> touched_;  // begin and end of each row

  std::size_t line(int y) const { return static_cast<std::size_t>(y - rows_.begin); }
  Pixel* touch(int y, int begin, int end);
  void scan(const Drawing& drawing, const ScreenTriangle& triangle, const Samples& solid);
  template <bool kIsSmall>
  void scan_box(const Drawing& drawing, const ScreenTriangle& triangle, const Samples& solid, const Box& box);
};

}  // namespace uketsuke::camera
