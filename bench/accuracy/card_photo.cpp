#include "bench/accuracy/card_photo.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "reader_model/face_match/photo.h"
#include "sim/personalisation/photo/jpeg_2000.h"

namespace uketsuke::bench {

namespace {

constexpr int kWidth = 192;
constexpr int kHeight = 240;
constexpr float kBytes = 6000;

/// Scaling weights of a row or column: which old samples make one new sample, with what weights.
struct Taps {
  int first = 0;
  std::vector<float> weights;
};

/// A triangle filter as wide as a new sample, or as two old ones when enlarging: neither stairs nor moiré.
std::vector<Taps> taps_for(double start, double length, int old_count, int new_count) {
  const double scale = length / new_count;
  const double reach = std::max(1.0, scale);
  std::vector<Taps> all;
  for (int i = 0; i < new_count; ++i) {
    const double centre = start + (i + 0.5) * scale - 0.5;
    const int first = std::clamp(static_cast<int>(std::ceil(centre - reach)), 0, old_count - 1);
    const int last = std::clamp(static_cast<int>(std::floor(centre + reach)), first, old_count - 1);
    Taps taps{first, {}};
    float sum = 0;
    for (int at = first; at <= last; ++at) {
      const double distance = std::abs(at - centre) / reach;
      taps.weights.push_back(static_cast<float>(std::max(1e-6, 1 - distance)));
      sum += taps.weights.back();
    }
    for (float& weight : taps.weights) weight /= sum;
    all.push_back(std::move(taps));
  }
  return all;
}

std::vector<float> luma(const camera::Image& picture) {
  std::vector<float> grey;
  grey.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
  const auto step = static_cast<std::size_t>(picture.channels);
  for (std::size_t at = 0; at + step <= picture.pixels.size(); at += step) {
    const std::uint8_t* p = &picture.pixels[at];
    grey.push_back(step < 3 ? p[0] : 0.299F * p[0] + 0.587F * p[1] + 0.114F * p[2]);
  }
  return grey;
}

}  // namespace

camera::Image through_card(const camera::Image& picture) {
  const double width = std::min<double>(picture.width, picture.height * double{kWidth} / kHeight);
  const double height = std::min<double>(picture.height, picture.width * double{kHeight} / kWidth);
  const auto columns = taps_for((picture.width - width) / 2, width, picture.width, kWidth);
  const auto rows = taps_for((picture.height - height) / 2, height, picture.height, kHeight);
  const std::vector<float> grey = luma(picture);

  std::vector<float> narrow(static_cast<std::size_t>(picture.height) * kWidth);
  for (int y = 0; y < picture.height; ++y) {
    const float* row = &grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width)];
    for (int x = 0; x < kWidth; ++x) {
      const Taps& taps = columns[static_cast<std::size_t>(x)];
      float sum = 0;
      for (std::size_t i = 0; i < taps.weights.size(); ++i) {
        sum += taps.weights[i] * row[static_cast<std::size_t>(taps.first) + i];
      }
      narrow[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)] = sum;
    }
  }
  personalisation::GreyImage photo{kWidth, kHeight, {}};
  for (int y = 0; y < kHeight; ++y) {
    const Taps& taps = rows[static_cast<std::size_t>(y)];
    for (std::size_t x = 0; x < kWidth; ++x) {
      float sum = 0;
      for (std::size_t i = 0; i < taps.weights.size(); ++i) {
        sum += taps.weights[i] * narrow[(static_cast<std::size_t>(taps.first) + i) * kWidth + x];
      }
      photo.pixels.push_back(static_cast<std::uint8_t>(std::lround(std::clamp(sum, 0.0F, 255.0F))));
    }
  }
  return reader::decode_photo(personalisation::encode_jp2(photo, kWidth * kHeight / kBytes));
}

}  // namespace uketsuke::bench
