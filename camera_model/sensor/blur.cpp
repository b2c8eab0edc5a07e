#include "camera_model/sensor/blur.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace uketsuke::camera {

namespace {

/// Half of a symmetric kernel: the centre and one side.
std::vector<float> disk_profile(double radius) {
  constexpr int kSubsteps = 64;
  std::vector<double> half(static_cast<std::size_t>(std::ceil(radius + 0.5)));
  double sum = 0;
  for (std::size_t i = 0; i < half.size(); ++i) {
    for (int s = 0; s < kSubsteps; ++s) {
      const double x = static_cast<double>(i) - 0.5 + (s + 0.5) / kSubsteps;
      half[i] += std::sqrt(std::max(0.0, radius * radius - x * x));
    }
    sum += i == 0 ? half[i] : 2 * half[i];
  }
  std::vector<float> kernel;
  for (const double weight : half) kernel.push_back(static_cast<float>(weight / sum));
  return kernel;
}

/// to[i] += (one[i] + other[i]) * weight
void add(float* to, const float* one, const float* other, float weight, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) to[i] += (one[i] + other[i]) * weight;
}

void set(float* to, const float* from, float weight, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) to[i] = from[i] * weight;
}

}  // namespace

void Defocus::apply(const Radiance& light, double radius, Radiance& out) {
  const std::vector<float> kernel = disk_profile(std::min(radius, kMostRadius));
  const std::size_t reach = kernel.size() - 1;
  const auto floats = static_cast<std::size_t>(light.width) * 3;
  const auto height = static_cast<std::size_t>(light.height);
  rows_.resize(light.width, light.height);
  out.resize(light.width, light.height);
  padded_.resize(floats + 6 * reach);
  float* middle = padded_.data() + 3 * reach;

  for (std::size_t y = 0; y < height; ++y) {
    const float* from = &light.pixels[y * floats];
    std::copy(from, from + floats, middle);
    for (std::size_t i = 0; i < 3 * reach; ++i) {  // repeats the edge beyond the image
      padded_[i] = from[i % 3];
      middle[floats + i] = from[floats - 3 + i % 3];
    }
    float* to = &rows_.pixels[y * floats];
    set(to, middle, kernel[0], floats);
    for (std::size_t k = 1; k <= reach; ++k) add(to, middle - 3 * k, middle + 3 * k, kernel[k], floats);
  }
  for (std::size_t y = 0; y < height; ++y) {
    float* to = &out.pixels[y * floats];
    set(to, &rows_.pixels[y * floats], kernel[0], floats);
    for (std::size_t k = 1; k <= reach; ++k) {
      const std::size_t above = y < k ? 0 : y - k;
      const std::size_t below = std::min(y + k, height - 1);
      add(to, &rows_.pixels[above * floats], &rows_.pixels[below * floats], kernel[k], floats);
    }
  }
}

void motion_blur(const Radiance& light, Vec2 way, const Region& moving, Radiance& out) {
  constexpr float kLongest = 64;
  constexpr int kStepsPerPixel = 8;
  way = {std::clamp(way.x, -kLongest, kLongest), std::clamp(way.y, -kLongest, kLongest)};
  const int steps =
      kStepsPerPixel * static_cast<int>(std::ceil(std::max({std::abs(way.x), std::abs(way.y), 1.0F})));
  std::map<std::pair<int, int>, float> offsets;  // (down, right), and the share of the time spent there
  for (int i = 0; i < steps; ++i) {
    const float part = (static_cast<float>(i) + 0.5F) / static_cast<float>(steps) - 0.5F;
    offsets[{static_cast<int>(std::floor(way.y * part + 0.5F)),
             static_cast<int>(std::floor(way.x * part + 0.5F))}] += 1.0F / static_cast<float>(steps);
  }

  out = light;
  const int left = std::clamp(moving.x, 0, light.width);
  const int right = std::clamp(moving.x + moving.width, left, light.width);
  const int top = std::clamp(moving.y, 0, light.height);
  const int bottom = std::clamp(moving.y + moving.height, top, light.height);
  for (int y = top; y < bottom; ++y) {
    float* to = &out.pixels[static_cast<std::size_t>(y * light.width) * 3];
    std::fill(to + left * 3, to + right * 3, 0.0F);
    for (const auto& [offset, share] : offsets) {
      const int row = std::clamp(y + offset.first, 0, light.height - 1);
      const float* from = &light.pixels[static_cast<std::size_t>(row * light.width) * 3];
      const int shift = offset.second;
      // Columns whose source is in the image; the others take the edge.
      const int first = std::clamp(-shift, left, right);
      const int last = std::clamp(light.width - shift, first, right);
      for (int x = left; x < first; ++x)
        for (int c = 0; c < 3; ++c) to[x * 3 + c] += from[c] * share;
      for (int i = first * 3; i < last * 3; ++i) to[i] += from[i + shift * 3] * share;
      for (int x = last; x < right; ++x)
        for (int c = 0; c < 3; ++c) to[x * 3 + c] += from[(light.width - 1) * 3 + c] * share;
    }
  }
}

}  // namespace uketsuke::camera
