#include "sim/gallery/lettering.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace uketsuke::gallery {
namespace lettering_test {

constexpr std::uint8_t kPaper = 245;

camera::Image paper(int width, int height) {
  camera::Image image = camera::Image::blank(width, height, 3);
  std::fill(image.pixels.begin(), image.pixels.end(), kPaper);
  return image;
}

/// Left, top, right and bottom of what is not paper; all zero where there is nothing.
struct Box {
  int left = 0, top = 0, right = 0, bottom = 0;
};
Box inked(const camera::Image& image) {
  Box box{image.width, image.height, 0, 0};
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (image.at(x, y)[0] == kPaper) continue;
      box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1),
             std::max(box.bottom, y + 1)};
    }
  }
  return box.right == 0 ? Box{} : box;
}

TEST(Lettering, NoTextHasNoWidth) { EXPECT_EQ(Lettering(15).width(""), 0); }

TEST(Lettering, WidthsAddUp) {
  const Lettering lettering(15);
  EXPECT_NEAR(lettering.width("sato-hanako"), lettering.width("sato-") + lettering.width("hanako"), 1);
  EXPECT_LT(lettering.width("il"), lettering.width("mw"));
}

TEST(Lettering, TwiceTheHeightIsAboutTwiceTheWidth) {
  EXPECT_NEAR(Lettering(60).width("hanako"), 2 * Lettering(30).width("hanako"), 8);
}

TEST(Lettering, ALineLiesWithinItsWidthAndOnItsBaseline) {
  const Lettering lettering(20);
  camera::Image image = paper(200, 50);
  lettering.write(image, 30, 35, "hank");
  const Box box = inked(image);
  EXPECT_GE(box.left, 29);
  EXPECT_LE(box.right, 30 + lettering.width("hank") + 1);
  EXPECT_EQ(box.bottom, 35) << "no letter of it goes below the baseline";
  EXPECT_NEAR(box.top, 35 - 15, 2);  // DejaVu's ascenders: 0.76 of the size
}

TEST(Lettering, ADescenderGoesBelowTheBaseline) {
  camera::Image image = paper(60, 60);
  Lettering(20).write(image, 10, 35, "g");
  EXPECT_GT(inked(image).bottom, 37);
}

TEST(Lettering, InkIsDarkGreyAndTheSameInAllChannels) {
  camera::Image image = paper(60, 60);
  Lettering(40).write(image, 5, 50, "l");
  std::uint8_t darkest = 255;
  for (int y = 0; y < 60; ++y) {
    for (int x = 0; x < 60; ++x) {
      const std::uint8_t* pixel = image.at(x, y);
      EXPECT_TRUE(pixel[0] == pixel[1] && pixel[1] == pixel[2]);
      darkest = std::min(darkest, pixel[0]);
    }
  }
  EXPECT_EQ(darkest, 60);
}

TEST(Lettering, WhatDoesNotFitIsCut) {
  camera::Image image = paper(10, 10);
  EXPECT_NO_THROW(Lettering(30).write(image, -15, 5, "hanako"));
  EXPECT_NO_THROW(Lettering(30).write(image, 5, 100, "hanako"));
  EXPECT_EQ(image.pixels.size(), 300U);
}

}  // namespace lettering_test
}  // namespace uketsuke::gallery
