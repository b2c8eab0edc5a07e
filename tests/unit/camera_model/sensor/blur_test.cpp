#include "camera_model/sensor/blur.h"

#include <gtest/gtest.h>

#include <cmath>

namespace uketsuke::camera {
namespace blur_test {

constexpr int kSize = 101;
constexpr int kMiddle = 50;

Radiance point(int x = kMiddle, int y = kMiddle) {
  Radiance light;
  light.resize(kSize, kSize);
  for (std::size_t c = 0; c < 3; ++c) light.pixels[static_cast<std::size_t>(y * kSize + x) * 3 + c] = 1;
  return light;
}

Radiance even() {
  Radiance light;
  light.resize(kSize, kSize);
  for (float& value : light.pixels) value = 0.7F;
  return light;
}

float green(const Radiance& light, int x, int y) {
  return light.pixels[static_cast<std::size_t>(y * light.width + x) * 3 + 1];
}

struct Spread {
  double light = 0, x = 0, y = 0;  // sum and centre
  double variance_x = 0, variance_y = 0, covariance = 0;
};

Spread spread(const Radiance& light) {
  Spread s;
  for (int y = 0; y < kSize; ++y) {
    for (int x = 0; x < kSize; ++x) {
      s.light += green(light, x, y);
      s.x += green(light, x, y) * x;
      s.y += green(light, x, y) * y;
    }
  }
  s.x /= s.light;
  s.y /= s.light;
  for (int y = 0; y < kSize; ++y) {
    for (int x = 0; x < kSize; ++x) {
      s.variance_x += green(light, x, y) * (x - s.x) * (x - s.x) / s.light;
      s.variance_y += green(light, x, y) * (y - s.y) * (y - s.y) / s.light;
      s.covariance += green(light, x, y) * (x - s.x) * (y - s.y) / s.light;
    }
  }
  return s;
}

Radiance defocused(const Radiance& light, double radius) {
  Radiance out;
  Defocus().apply(light, radius, out);
  return out;
}

Radiance moved(const Radiance& light, Vec2 way, const Region& region = {0, 0, kSize, kSize}) {
  Radiance out;
  motion_blur(light, way, region, out);
  return out;
}

TEST(Defocus, PointIsSpreadLikeADiskOfTheStatedRadius) {
  for (const double radius : {0.8, 1.5, 3.0, 7.3, 12.0}) {
    const Spread s = spread(defocused(point(), radius));
    // The variance of a disk along one axis is r²/4, that of a pixel is 1/12.
    EXPECT_NEAR(2 * std::sqrt(s.variance_x - 1.0 / 12), radius, 0.1);
    EXPECT_NEAR(2 * std::sqrt(s.variance_y - 1.0 / 12), radius, 0.1);
  }
}

TEST(Defocus, NothingFallsBeyondTheRadius) {
  const Radiance out = defocused(point(), 4);
  EXPECT_GT(green(out, kMiddle + 4, kMiddle), 0);
  EXPECT_EQ(green(out, kMiddle + 5, kMiddle), 0);
  EXPECT_EQ(green(out, kMiddle, kMiddle - 5), 0);
}

TEST(Defocus, LightAndPlaceArePreserved) {
  const Spread s = spread(defocused(point(), 5));
  EXPECT_NEAR(s.light, 1, 1e-5);
  EXPECT_NEAR(s.x, kMiddle, 1e-4);
  EXPECT_NEAR(s.y, kMiddle, 1e-4);
}

TEST(Defocus, EvenLightStaysEvenUpToTheEdges) {
  for (const float value : defocused(even(), 6).pixels) ASSERT_NEAR(value, 0.7F, 1e-5);
}

TEST(MotionBlur, WayAlongARowSpreadsAPointOverItsLength) {
  const Spread s = spread(moved(point(), {12, 0}));
  // The variance of a uniform distribution over a length l is l²/12.
  EXPECT_NEAR(s.variance_x, 12, 0.2);
  EXPECT_NEAR(s.variance_y, 0, 1e-9);
  EXPECT_NEAR(s.light, 1, 1e-5);
}

TEST(MotionBlur, SlantingWaySpreadsAPointAlongIt) {
  const Spread right_and_down = spread(moved(point(), {12, 6}));
  EXPECT_NEAR(right_and_down.variance_x, 12, 0.3);
  EXPECT_NEAR(right_and_down.variance_y, 3, 0.3);
  EXPECT_NEAR(right_and_down.covariance, 6, 0.3);
  EXPECT_NEAR(spread(moved(point(), {12, -6})).covariance, -6, 0.3);
}

TEST(MotionBlur, PointIsSpreadAboutTheMiddleOfItsWay) {
  const Spread s = spread(moved(point(), {10, 4}));
  EXPECT_NEAR(s.x, kMiddle, 0.2);
  EXPECT_NEAR(s.y, kMiddle, 0.2);
}

TEST(MotionBlur, RestOfThePictureStaysSharp) {
  const Region left{0, 0, 40, kSize};
  EXPECT_EQ(moved(point(60, 50), {12, 0}, left).pixels, point(60, 50).pixels);
  EXPECT_LT(green(moved(point(20, 50), {12, 0}, left), 20, 50), 0.2F);
}

TEST(MotionBlur, RegionMayReachBeyondThePicture) {
  EXPECT_EQ(moved(point(), {9, 9}, {-50, -50, 1000, 1000}).pixels, moved(point(), {9, 9}).pixels);
  EXPECT_EQ(moved(point(), {9, 9}, {200, 200, 10, 10}).pixels, point().pixels);
}

TEST(MotionBlur, EvenLightStaysEvenUpToTheEdges) {
  for (const Vec2 way : {Vec2{30, 0}, Vec2{-7, 20}, Vec2{500, -500}})
    for (const float value : moved(even(), way).pixels) ASSERT_NEAR(value, 0.7F, 1e-5);
}

}  // namespace blur_test
}  // namespace uketsuke::camera
