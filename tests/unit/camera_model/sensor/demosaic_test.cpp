#include "camera_model/sensor/demosaic.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace demosaic_test {

using ::testing::ElementsAre;

using Colour = std::vector<std::uint16_t>;

/// Applies the mosaic to an image, then the demosaic.
template <class Look>
std::vector<std::uint16_t> there_and_back(int width, int height, Look look) {
  std::vector<std::uint16_t> raw;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      raw.push_back(static_cast<std::uint16_t>(look(x, y, mosaic_colour(x, y))));
  std::vector<std::uint16_t> out(raw.size() * 3);
  for (int y = 0; y < height; ++y)
    demosaic_row(raw, width, height, y, &out[static_cast<std::size_t>(y * width * 3)]);
  return out;
}

TEST(Demosaic, MosaicIsRedGreenGreenBlue) {
  EXPECT_EQ(mosaic_colour(0, 0), 0);
  EXPECT_EQ(mosaic_colour(1, 0), 1);
  EXPECT_EQ(mosaic_colour(0, 1), 1);
  EXPECT_EQ(mosaic_colour(1, 1), 2);
}

TEST(Demosaic, EvenColourComesBackEverywhere) {
  for (const auto& [width, height] : {std::pair{8, 6}, {7, 5}, {2, 2}}) {
    const auto out = there_and_back(width, height, [](int, int, int c) { return 100 * (c + 1); });
    for (std::size_t i = 0; i < out.size(); i += 3)
      ASSERT_THAT(Colour(&out[i], &out[i] + 3), ElementsAre(100, 200, 300)) << i / 3;
  }
}

TEST(Demosaic, LinearRampComesBackWithinThePicture) {
  const auto ramp = [](int x, int y, int c) { return 100 + 10 * x + 4 * y + 50 * c; };
  const auto out = there_and_back(8, 8, ramp);
  for (int y = 1; y < 7; ++y)
    for (int x = 1; x < 7; ++x)
      for (int c = 0; c < 3; ++c)
        ASSERT_EQ(out[static_cast<std::size_t>((y * 8 + x) * 3 + c)], ramp(x, y, c))
            << x << ' ' << y << ' ' << c;
}

}  // namespace demosaic_test
}  // namespace uketsuke::camera
