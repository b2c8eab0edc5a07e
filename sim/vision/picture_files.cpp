#include "sim/vision/picture_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/vision/jpeg_file.h"

namespace uketsuke::sim {

namespace {

using camera::Image;
using Colour = std::array<std::uint8_t, 3>;

constexpr Colour kBox{80, 220, 120};
constexpr Colour kPoint{255, 235, 90};

Image halved(const Image& image) {
  Image half = Image::blank(image.width / 2, image.height / 2, 3);
  for (int y = 0; y < half.height; ++y) {
    for (int x = 0; x < half.width; ++x) {
      const std::uint8_t* a = image.at(2 * x, 2 * y);
      const std::uint8_t* b = image.at(2 * x, 2 * y + 1);
      for (int c = 0; c < 3; ++c)
        half.at(x, y)[c] = static_cast<std::uint8_t>((a[c] + a[c + 3] + b[c] + b[c + 3] + 2) / 4);
    }
  }
  return half;
}

void dot(Image& image, int x, int y, Colour colour) {
  if (x < 0 || y < 0 || x >= image.width || y >= image.height) return;
  std::copy(colour.begin(), colour.end(), image.at(x, y));
}

/// Takes coordinates of the full image; `image` has half its size.
void draw_face(Image& image, const reader::FaceEvidence& evidence) {
  const auto half = [](float pixels) { return static_cast<int>(std::lround(pixels / 2)); };
  const int left = half(evidence.box.x), right = half(evidence.box.x + evidence.box.width);
  const int top = half(evidence.box.y), bottom = half(evidence.box.y + evidence.box.height);
  for (int x = std::max(left, 0); x <= std::min(right, image.width - 1); ++x) {
    for (const int y : {top, top + 1, bottom, bottom - 1}) dot(image, x, y, kBox);
  }
  for (int y = std::max(top, 0); y <= std::min(bottom, image.height - 1); ++y) {
    for (const int x : {left, left + 1, right, right - 1}) dot(image, x, y, kBox);
  }
  for (const camera::Vec2 point : evidence.landmarks) {
    const int x = half(point.x), y = half(point.y);
    for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}}) dot(image, x + dx, y + dy, kPoint);
  }
}

}  // namespace

std::string PictureFiles::keep(const camera::Frame& frame, const reader::FaceJudgement& judgement,
                               const std::string& why) {
  if (kept_ >= kMost || frame.image == nullptr || frame.image->channels != 3) return {};
  Image picture = halved(*frame.image);
  if (judgement.evidence) draw_face(picture, *judgement.evidence);
  const std::string file = fmt::format("{}.{:02}-{}.jpg", stem_, ++kept_, why);
  write_jpeg(folder_ / file, picture);
  return file;
}

}  // namespace uketsuke::sim
