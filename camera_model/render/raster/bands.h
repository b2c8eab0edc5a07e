#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "camera_model/render/raster/vertex.h"

namespace uketsuke::camera {

/// A range of image rows; `end` is exclusive.
struct Rows {
  int begin = 0, end = 0;

  int count() const { return end - begin; }
};

/// Which triangles intersect which band of image rows.
///
/// Drawing band by band keeps the samples and the see-through layer of a band in the processor's cache; those
/// of a whole image are 20 MB. It does not change what a pixel is given, or in which order.
class Bands {
 public:
  static constexpr int kRows = 16;

  /// @param order  triangle indices in the order that each band will have
  void sort(const std::vector<ScreenTriangle>& triangles, const std::vector<std::uint32_t>& order,
            int height);
  /// Sorts the triangles in their own order.
  void sort(const std::vector<ScreenTriangle>& triangles, int height);

  int count() const { return static_cast<int>(ends_.size()); }
  static Rows rows(int band, int height) { return {band * kRows, std::min((band + 1) * kRows, height)}; }

  struct Indices {
    const std::uint32_t *first, *last;

    const std::uint32_t* begin() const { return first; }
    const std::uint32_t* end() const { return last; }
  };
  Indices of(int band) const {
    const auto at = static_cast<std::size_t>(band);
    return {indices_.data() + (at == 0 ? 0 : ends_[at - 1]), indices_.data() + ends_[at]};
  }

 private:
  std::vector<std::uint32_t> ends_;  // end of each band in indices_
  std::vector<std::uint32_t> indices_;

  template <class IndexAt>
  void sort(const std::vector<ScreenTriangle>& triangles, std::size_t count, int height, IndexAt&& index_at);
};

}  // namespace uketsuke::camera
