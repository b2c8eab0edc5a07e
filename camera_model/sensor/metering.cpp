#include "camera_model/sensor/metering.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "camera_model/sensor/tone.h"

namespace uketsuke::camera {

namespace {

constexpr int kGrid = 8;  ///< every eighth pixel of every eighth row

/// 16 at the edges to 64 in the middle.
std::int64_t weight(int x, int width, int y, int height) {
  const auto nearness = [](int at, int size) { return std::int64_t{2} * std::min(at, size - 1 - at) + 1; };
  return 16 + 48 * nearness(x, width) * nearness(y, height) / (std::int64_t{width} * height);
}

template <class Look>
Metering mean(int width, int height, double unit, Look look) {
  std::array<decltype(look(0, 0)), 3> sums{};
  std::int64_t weights = 0;
  for (int y = kGrid / 2; y < height; y += kGrid) {
    for (int x = kGrid / 2; x < width; x += kGrid) {
      const std::int64_t share = weight(x, width, y, height);
      const std::size_t at =
          (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
      for (std::size_t c = 0; c < 3; ++c) sums[c] += static_cast<decltype(look(0, 0))>(share) * look(at, c);
      weights += share;
    }
  }
  if (weights == 0) return {};
  const auto part = [&](std::size_t c) {
    return static_cast<double>(sums[c]) / static_cast<double>(weights) / unit;
  };
  return {part(0), part(1), part(2)};
}

}  // namespace

Metering meter(const Image& picture) {
  // Integers: their sum is equal on every machine.
  const std::array<std::uint16_t, 256>& linear = linear_of_srgb();
  return mean(picture.width, picture.height, 65535, [&](std::size_t at, std::size_t c) {
    return static_cast<std::int64_t>(linear[picture.pixels[at + c]]);
  });
}

Metering meter(const Radiance& light, double white) {
  return mean(light.width, light.height, 1, [&](std::size_t at, std::size_t c) {
    return std::min(1.0, std::max(0.0, static_cast<double>(light.pixels[at + c]) / white));
  });
}

}  // namespace uketsuke::camera
