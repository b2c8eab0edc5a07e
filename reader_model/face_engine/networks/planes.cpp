#include "reader_model/face_engine/networks/planes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <opencv2/core/hal/hal.hpp>
#include <utility>

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

void scale(const std::uint8_t* bytes, int count, Scaling scaling, float* numbers) {
  const float factor = 1 / scaling.divisor;
  for (int i = 0; i < count; ++i) numbers[i] = (static_cast<float>(bytes[i]) - scaling.mean) * factor;
}

}  // namespace

void to_planes(const cv::Mat& picture, ColourOrder order, Scaling scaling, float* planes) {
  // Number of pixels that vector instructions separate and convert at once; a table of 256 numbers does not
  // allow that.
  constexpr int kRun = 320;
  std::uint8_t bytes[3][kRun];
  std::uint8_t* apart[] = {bytes[0], bytes[1], bytes[2]};
  if (order == ColourOrder::bgr) std::swap(apart[0], apart[2]);
  const int step = picture.channels();
  const std::size_t plane = picture.total();
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; x += kRun) {
      const int count = std::min(kRun, picture.cols - x);
      const std::uint8_t* from = picture.ptr<std::uint8_t>(y) + x * step;
      if (step == 3) cv::hal::split8u(from, apart, count, 3);
      float* to = planes + static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.cols) + x;
      for (int channel = 0; channel < 3; ++channel, to += plane)
        scale(step == 3 ? bytes[channel] : from, count, scaling, to);
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
  // One scale for both sides, as the models expect the aspect ratio of the box.
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
