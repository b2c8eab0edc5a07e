#include "reader_model/face_match/picture_quality.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace uketsuke::reader {
namespace picture_quality_test {

constexpr FaceBox kFace{100, 60, 192, 192};

/// A grey picture of 400 x 320.
camera::Image picture(const std::function<int(int, int)>& shade) {
  camera::Image image = camera::Image::blank(400, 320, 1);
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) *image.at(x, y) = static_cast<std::uint8_t>(shade(x, y));
  }
  return image;
}

bool in_face(int x, int y) { return x >= 100 && x < 292 && y >= 60 && y < 252; }

/// Sinusoidal stripes with this period in pixels.
camera::Image stripes(float period) {
  return picture([=](int x, int) {
    return static_cast<int>(std::lround(128 + 100 * std::sin(static_cast<float>(x) * 6.2831853F / period)));
  });
}

TEST(MeasureQuality, BrightnessIsTheMeanOfTheFaceAlone) {
  const auto q = measure_quality(picture([](int x, int y) { return in_face(x, y) ? 70 : 200; }), kFace);
  EXPECT_NEAR(q.brightness, 70, 0.01F);
  EXPECT_NEAR(q.contrast, 0, 0.01F);
}

TEST(MeasureQuality, BacklightIsTheSurroundingsOverTheFace) {
  const auto q = measure_quality(picture([](int x, int y) { return in_face(x, y) ? 70 : 210; }), kFace);
  EXPECT_NEAR(q.backlight, 3, 0.05F);
}

TEST(MeasureQuality, ContrastIsTheStandardDeviation) {
  const auto q = measure_quality(picture([](int, int y) { return (y / 8) % 2 == 0 ? 100 : 140; }), kFace);
  EXPECT_NEAR(q.contrast, 20, 0.5F);
}

TEST(MeasureQuality, UnevennessComparesTheTwoHalves) {
  const auto q = measure_quality(picture([](int x, int) { return x < 196 ? 50 : 150; }), kFace);
  EXPECT_NEAR(q.unevenness, 0.5F, 0.01F);  // |50 - 150| / (50 + 150)
}

TEST(MeasureQuality, SaturatedIsTheShareThatIsWhite) {
  const auto q = measure_quality(picture([](int, int y) { return y < 108 ? 255 : 100; }), kFace);
  EXPECT_NEAR(q.saturated, 0.25F, 0.01F);  // 48 of 192 rows
}

TEST(MeasureQuality, SharpnessOfASineFollowsItsPeriod) {
  // Two pixels are averaged to one, and the Laplacian of a sine is the sine times 2(1 - cos w).
  const float w = 6.2831853F / (16.0F / 2);
  const float gain = 2 * (1 - std::cos(w));
  EXPECT_NEAR(measure_quality(stripes(16), kFace).sharpness, gain * gain, 0.03F * gain * gain);
}

TEST(MeasureQuality, ABlurredPictureIsLessSharp) {
  EXPECT_LT(measure_quality(stripes(48), kFace).sharpness,
            measure_quality(stripes(12), kFace).sharpness / 20);
}

TEST(MeasureQuality, SharpnessDoesNotDependOnTheLight) {
  const auto dim = [](int x, int) {
    return static_cast<int>(std::lround(64 + 50 * std::sin(static_cast<float>(x) * 6.2831853F / 16)));
  };
  const float bright = measure_quality(stripes(16), kFace).sharpness;
  EXPECT_NEAR(measure_quality(picture(dim), kFace).sharpness, bright, 0.03F * bright);
}

TEST(MeasureQuality, ColourIsWeighedAsLuma) {
  camera::Image image = camera::Image::blank(100, 100, 3);
  for (std::size_t i = 0; i < image.pixels.size(); i += 3) image.pixels[i] = 200;  // red
  EXPECT_NEAR(measure_quality(image, {10, 10, 50, 50}).brightness, 0.299F * 200, 0.01F);
}

TEST(MeasureQuality, WhatLiesBeyondThePictureIsLeftOut) {
  const auto q = measure_quality(picture([](int, int) { return 90; }), {-100, -100, 192, 192});
  EXPECT_NEAR(q.brightness, 90, 0.01F);
}

TEST(MeasureQuality, AFaceOutsideThePictureHasNoNumbers) {
  EXPECT_EQ(measure_quality(stripes(16), {1000, 1000, 50, 50}).brightness, 0);
}

}  // namespace picture_quality_test
}  // namespace uketsuke::reader
