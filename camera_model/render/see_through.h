#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "camera_model/render/bands.h"
#include "camera_model/render/drawing.h"

namespace uketsuke::camera {

/// Hair, brows, lashes, lenses: what they send to each pixel and what they let through from behind.
///
/// The nearest triangles first, each in front of what comes later, which gives the same as drawing the
/// farthest first, and a pixel that lets nothing through is done.
class SeeThroughLayer {
 public:
  struct Pixel {
    Floats sent{0, 0, 0, 0};          ///< RGB
    Floats lets_through{1, 1, 1, 1};  ///< 0 to 1, for each of the four samples
  };

  /// Puts the triangles in order.
  void begin(const Drawing& drawing);
  /// Draws a band, hidden by the solid triangles in `drawing.samples`, which has the same band.
  void draw(const Drawing& drawing, int band);

  /// A row of pixels of the band; only those from the first of touched() to before the second have a meaning.
  const Pixel* row(int y) const { return &pixels_[line(y) * static_cast<std::size_t>(width_)]; }
  std::pair<int, int> touched(int y) const { return touched_[line(y)]; }

 private:
  /// Pixels round a triangle, the ends not included.
  struct Box {
    int x_begin, x_end, y_begin, y_end;
  };

  int width_ = 0;
  Rows rows_;
  std::vector<Pixel> pixels_;
  std::vector<std::pair<int, int>> touched_;  // begin and end of each row
  std::vector<std::pair<float, std::uint32_t>> by_depth_;
  std::vector<std::uint32_t> order_;
  Bands bands_;

  std::size_t line(int y) const { return static_cast<std::size_t>(y - rows_.begin); }
  Pixel* touch(int y, int begin, int end);
  void scan(const Drawing& drawing, const ScreenTriangle& triangle);
  template <bool kIsSmall>
  void scan_box(const Drawing& drawing, const ScreenTriangle& triangle, const Box& box);
};

}  // namespace uketsuke::camera
