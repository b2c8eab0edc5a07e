#include "camera_model/render/raster/samples.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace uketsuke::camera {
namespace samples_test {

constexpr int kWidth = 301;

using Corners = std::array<Vertex, 3>;

/// Clockwise in the image.
/// @param size  in 64ths of a pixel
Corners triangle(std::mt19937& random, std::int32_t size) {
  const auto within = [&](std::int32_t from, std::int32_t to) {
    return from + static_cast<std::int32_t>(random() % static_cast<std::uint32_t>(to - from));
  };
  Corners corners;
  do {
    const std::int32_t x = within(-size / 2, 64 * kWidth), y = within(-size / 2, 64 * 48);
    for (Vertex& corner : corners) corner.x = x + within(0, size), corner.y = y + within(0, size);
  } while (doubled_area(corners[0], corners[1], corners[2]) <= 0);
  return corners;
}

bool holds(const Corners& corners, std::int32_t x, std::int32_t y) {
  for (std::size_t i = 0; i < 3; ++i)
    if (SampleEdge(corners[i], corners[(i + 1) % 3]).at(x, y) < 0) return false;
  return true;
}

/// Each triangle is nearer than the ones before.
void expect_last_one_wins(std::int32_t size) {
  std::mt19937 random(7);
  std::vector<Corners> all;
  for (int i = 0; i < 40; ++i) all.push_back(triangle(random, size));
  Samples samples;
  for (const Rows rows : {Rows{0, 16}, Rows{16, 32}, Rows{32, 48}}) {
    samples.clear(kWidth, rows);
    for (std::size_t i = 0; i < all.size(); ++i) {
      ScreenTriangle drawn;
      drawn.corner[0] = 0, drawn.corner[1] = 1, drawn.corner[2] = 2;
      drawn.nearness = 1.0F + static_cast<float>(i);
      samples.scan(drawn, all[i].data(), static_cast<std::uint32_t>(i));
    }
    for (int y = rows.begin; y < rows.end; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        for (int k = 0; k < 4; ++k) {
          std::size_t winner = all.size();
          for (std::size_t i = 0; i < all.size(); ++i)
            if (holds(all[i], static_cast<std::int32_t>(64 * (static_cast<float>(x) + Samples::kX[k])),
                      static_cast<std::int32_t>(64 * (static_cast<float>(y) + Samples::kY[k]))))
              winner = i;
          const SampleBlock& block = samples.row(y)[x / 2];
          const int at = x % 2 * 2 + k % 2;
          const bool seen = block.nearness[k / 2][at] > 0;
          ASSERT_EQ(seen, winner < all.size()) << x << ", " << y << ", sample " << k;
          if (!seen) continue;
          ASSERT_EQ(block.index[k / 2][at], winner) << x << ", " << y << ", sample " << k;
          ASSERT_TRUE(samples.touched(y).first <= x && x < samples.touched(y).second) << x << ", " << y;
        }
      }
    }
  }
}

TEST(Samples, BelongToTheNearestTriangleThatHoldsThem) { expect_last_one_wins(20 * 64); }

TEST(Samples, OfTrianglesLargerThanThePictureToo) { expect_last_one_wins(900 * 64); }

}  // namespace samples_test
}  // namespace uketsuke::camera
