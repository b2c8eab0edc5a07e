#include "camera_model/sensor/metering.h"

#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace metering_test {

Image grey(std::uint8_t value) {
  Image image = Image::blank(64, 48, 3);
  for (std::uint8_t& sample : image.pixels) sample = value;
  return image;
}

Radiance even(float value) {
  Radiance light;
  light.resize(64, 48);
  for (float& sample : light.pixels) sample = value;
  return light;
}

/// Black except for a bright square of 16 pixels.
Image square(int left, int top) {
  Image image = grey(0);
  for (int y = top; y < top + 16; ++y)
    for (int x = left; x < left + 16; ++x)
      for (int c = 0; c < 3; ++c) image.at(x, y)[c] = 255;
  return image;
}

TEST(Metering, EvenPictureHasItsLinearLight) {
  EXPECT_NEAR(meter(grey(255)).luminance(), 1, 1e-6);
  EXPECT_NEAR(meter(grey(188)).luminance(), 0.5029, 1e-3);  // IEC 61966-2-1
  EXPECT_EQ(meter(grey(0)).luminance(), 0);
}

TEST(Metering, ColoursAreWeighedAsTheEyeDoes) {
  Image green = grey(0);
  for (std::size_t i = 1; i < green.pixels.size(); i += 3) green.pixels[i] = 255;
  EXPECT_NEAR(meter(green).luminance(), 0.7152, 1e-6);
  EXPECT_EQ(meter(green).red, 0);
}

TEST(Metering, MiddleCountsMoreThanTheCorner) {
  EXPECT_GT(meter(square(24, 16)).luminance(), 2 * meter(square(0, 0)).luminance());
}

TEST(Metering, LightIsMeasuredAgainstWhatBecomesWhite) {
  EXPECT_NEAR(meter(even(3), 12).luminance(), 0.25, 1e-6);
}

TEST(Metering, LightAboveWhiteIsWhite) { EXPECT_NEAR(meter(even(300), 12).luminance(), 1, 1e-6); }

}  // namespace metering_test
}  // namespace uketsuke::camera
