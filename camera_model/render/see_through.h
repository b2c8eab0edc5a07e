#pragma once

#include <cstdint>
#include <utility>
#include <vector>

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

  /// Hidden by the solid triangles in `drawing.samples`.
  void draw(const Drawing& drawing);

  /// A row of pixels; only those from the first of touched() to before the second have a meaning.
  const Pixel* row(int y) const {
    return &pixels_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_)];
  }
  std::pair<int, int> touched(int y) const { return touched_[static_cast<std::size_t>(y)]; }

 private:
  int width_ = 0;
  std::vector<Pixel> pixels_;
  std::vector<std::pair<int, int>> touched_;  // begin and end of each row
  std::vector<std::pair<float, std::uint32_t>> order_;

  void choose(const Drawing& drawing);
  void clear_touched();
  void scan(const Drawing& drawing, const ScreenTriangle& triangle);
  void put(const Drawing& drawing, const ScreenTriangle& triangle, int x, int y, const Ints& inside);
};

}  // namespace uketsuke::camera
