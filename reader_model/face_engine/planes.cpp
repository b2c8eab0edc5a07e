#include "reader_model/face_engine/planes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace uketsuke::reader::face_engine {

namespace {

/// A byte has 256 values: a table is as exact as the division and faster.
std::array<float, 256> table_of(Scaling scaling) {
  std::array<float, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = (static_cast<float>(i) - scaling.mean) / scaling.divisor;
  }
  return table;
}

}  // namespace

void to_planes(const cv::Mat& picture, ColourOrder order, Scaling scaling, float* planes) {
  const std::array<float, 256> table = table_of(scaling);
  const std::size_t plane = picture.total();
  const int step = picture.channels();
  const bool swap = order == ColourOrder::bgr;
  for (int channel = 0; channel < 3; ++channel) {
    const int from = step == 1 ? 0 : (swap ? 2 - channel : channel);
    float* out = planes + static_cast<std::size_t>(channel) * plane;
    for (int y = 0; y < picture.rows; ++y) {
      const std::uint8_t* row = picture.ptr<std::uint8_t>(y) + from;
      for (int x = 0; x < picture.cols; ++x) *out++ = table[row[x * step]];
    }
  }
}

void to_triples(const cv::Mat& picture, Scaling scaling, float* triples) {
  const std::array<float, 256> table = table_of(scaling);
  const int channels = picture.channels();
  for (int y = 0; y < picture.rows; ++y) {
    const std::uint8_t* row = picture.ptr<std::uint8_t>(y);
    for (int x = 0; x < picture.cols; ++x, row += channels) {
      for (int channel = 0; channel < 3; ++channel) *triples++ = table[row[channels == 1 ? 0 : channel]];
    }
  }
}

cv::Rect inside(const cv::Rect2f& box, float scale, cv::Size picture) {
  const auto whole_width = static_cast<float>(picture.width);
  const auto whole_height = static_cast<float>(picture.height);
  // One scale for both sides, as the models expect the box's own ratio.
  scale = std::min({scale, whole_width / box.width, whole_height / box.height});
  const float width = box.width * scale;
  const float height = box.height * scale;
  const float left = std::clamp(box.x + (box.width - width) / 2, 0.0F, std::max(0.0F, whole_width - width));
  const float top =
      std::clamp(box.y + (box.height - height) / 2, 0.0F, std::max(0.0F, whole_height - height));
  const int x = std::min(static_cast<int>(left), picture.width - 1);
  const int y = std::min(static_cast<int>(top), picture.height - 1);
  return {x, y, std::clamp(cvRound(width), 1, picture.width - x),
          std::clamp(cvRound(height), 1, picture.height - y)};
}

}  // namespace uketsuke::reader::face_engine
