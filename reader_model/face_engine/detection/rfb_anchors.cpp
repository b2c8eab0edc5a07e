#include "reader_model/face_engine/detection/rfb_anchors.h"

#include <algorithm>
#include <initializer_list>

namespace uketsuke::reader::face_engine {

namespace {

constexpr float kWidth = 320, kHeight = 240;

void add_grid(int columns, int rows, std::initializer_list<float> sizes, std::vector<RfbAnchor>& anchors) {
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      const float x = (static_cast<float>(column) + 0.5F) / static_cast<float>(columns);
      const float y = (static_cast<float>(row) + 0.5F) / static_cast<float>(rows);
      for (const float size : sizes)
        anchors.push_back({x, y, std::min(size / kWidth, 1.0F), std::min(size / kHeight, 1.0F)});
    }
  }
}

}  // namespace

std::vector<RfbAnchor> rfb_anchors() {
  std::vector<RfbAnchor> anchors;
  add_grid(40, 30, {10, 16, 24}, anchors);
  add_grid(20, 15, {32, 48}, anchors);
  add_grid(10, 8, {64, 96}, anchors);
  add_grid(5, 4, {128, 192, 256}, anchors);
  return anchors;
}

}  // namespace uketsuke::reader::face_engine
