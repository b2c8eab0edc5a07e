#include "reader_model/face_match/picture_quality.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace uketsuke::reader {

namespace {

constexpr int kFaceWidth = 96;
constexpr float kSaturated = 250;
constexpr int kRingStep = 4;  // every fourth pixel is enough for a mean

/// Pixels from `left` up to, but not including, `right`.
struct Area {
  int left = 0, top = 0, right = 0, bottom = 0;

  bool empty() const { return left >= right || top >= bottom; }
  bool holds(int x, int y) const { return x >= left && x < right && y >= top && y < bottom; }
};

Area clipped(const camera::Image& picture, float x, float y, float width, float height) {
  const auto pixel = [](float value, int most) {
    return static_cast<int>(std::clamp(std::round(value), 0.0F, static_cast<float>(most)));
  };
  return {pixel(x, picture.width), pixel(y, picture.height), pixel(x + width, picture.width),
          pixel(y + height, picture.height)};
}

float grey_at(const camera::Image& picture, int x, int y) {
  const std::uint8_t* p = picture.at(x, y);
  if (picture.channels < 3) return p[0];
  return 0.299F * p[0] + 0.587F * p[1] + 0.114F * p[2];  // ITU-R BT.601
}

struct Grey {
  int width = 0, height = 0;
  std::vector<float> pixels;

  float at(int x, int y) const {
    return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                  static_cast<std::size_t>(x)];
  }
};

/// Reduces by averaging: each pixel is the mean of the source pixels in it; small faces are unchanged.
Grey reduced(const camera::Image& picture, const Area& area) {
  const int width = area.right - area.left, height = area.bottom - area.top;
  Grey grey;
  grey.width = std::min(width, kFaceWidth);
  grey.height = std::max(1, height * grey.width / width);
  for (int y = 0; y < grey.height; ++y) {
    const int top = area.top + y * height / grey.height, bottom = area.top + (y + 1) * height / grey.height;
    for (int x = 0; x < grey.width; ++x) {
      const int left = area.left + x * width / grey.width, right = area.left + (x + 1) * width / grey.width;
      float sum = 0;
      for (int v = top; v < bottom; ++v) {
        for (int u = left; u < right; ++u) sum += grey_at(picture, u, v);
      }
      grey.pixels.push_back(sum / static_cast<float>((bottom - top) * (right - left)));
    }
  }
  return grey;
}

struct Moments {
  double count = 0, sum = 0, squares = 0;

  void add(double value) {
    ++count;
    sum += value;
    squares += value * value;
  }
  double mean() const { return count > 0 ? sum / count : 0; }
  double variance() const { return count > 0 ? std::max(0.0, squares / count - mean() * mean()) : 0; }
};

double laplacian_variance(const Grey& grey) {
  Moments laplacian;
  for (int y = 1; y + 1 < grey.height; ++y) {
    for (int x = 1; x + 1 < grey.width; ++x) {
      laplacian.add(grey.at(x - 1, y) + grey.at(x + 1, y) + grey.at(x, y - 1) + grey.at(x, y + 1) -
                    4 * grey.at(x, y));
    }
  }
  return laplacian.variance();
}

/// Mean of the surroundings of the face: a box of twice its size, without the face.
double ring_mean(const camera::Image& picture, const FaceBox& face, const Area& inner) {
  const Area outer =
      clipped(picture, face.x - face.width / 2, face.y - face.height / 2, face.width * 2, face.height * 2);
  Moments ring;
  for (int y = outer.top; y < outer.bottom; y += kRingStep) {
    for (int x = outer.left; x < outer.right; x += kRingStep) {
      if (!inner.holds(x, y)) ring.add(grey_at(picture, x, y));
    }
  }
  return ring.mean();
}

}  // namespace

PictureQuality measure_quality(const camera::Image& picture, const FaceBox& face) {
  const Area area = clipped(picture, face.x, face.y, face.width, face.height);
  if (area.empty()) return {};
  const Grey grey = reduced(picture, area);
  Moments all, left, right, saturated;
  for (int y = 0; y < grey.height; ++y) {
    for (int x = 0; x < grey.width; ++x) {
      const float value = grey.at(x, y);
      all.add(value);
      (2 * x < grey.width ? left : right).add(value);
      saturated.add(value >= kSaturated ? 1 : 0);
    }
  }
  const double halves = left.mean() + right.mean();
  PictureQuality quality;
  quality.brightness = static_cast<float>(all.mean());
  quality.contrast = static_cast<float>(std::sqrt(all.variance()));
  quality.saturated = static_cast<float>(saturated.mean());
  quality.unevenness = halves > 0 ? static_cast<float>(std::abs(left.mean() - right.mean()) / halves) : 0;
  // A face without any light counts as brightness 1, so that the ratio is finite.
  quality.backlight = static_cast<float>(ring_mean(picture, face, area) / std::max(1.0, all.mean()));
  quality.sharpness = all.variance() > 0 ? static_cast<float>(laplacian_variance(grey) / all.variance()) : 0;
  return quality;
}

}  // namespace uketsuke::reader
