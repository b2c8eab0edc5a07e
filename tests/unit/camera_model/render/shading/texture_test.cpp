#include "camera_model/render/shading/texture.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace uketsuke::camera {
namespace texture_test {

Image of(int width, int height, int channels, std::vector<std::uint8_t> pixels) {
  return {width, height, channels, std::move(pixels)};
}

TEST(Texture, MiddleGreyOfTheSrgbCurveIs021404) {
  // IEC 61966-2-1: ((0.5 + 0.055) / 1.055) ^ 2.4 = 0.21404; 128 / 255 is slightly more.
  EXPECT_NEAR(Texture(of(1, 1, 1, {128})).at({0.5F, 0.5F}, 0).linear.x, 0.21586F, 1e-4F);
}

TEST(Texture, HalfSizeIsTheMeanOfLightNotOfCodes) {
  const Texture texture(of(2, 2, 1, {255, 0, 255, 0}));
  EXPECT_NEAR(texture.at({0.5F, 0.5F}, 1).linear.x, 0.5F, 0.005F);
}

TEST(Texture, HasHalvedSizesDownToOneTexel) {
  EXPECT_EQ(Texture(of(8, 2, 1, std::vector<std::uint8_t>(16))).levels(), 4);
}

TEST(Texture, OutsideItsEdgeGoesOn) {
  const Texture texture(of(2, 1, 3, {255, 0, 0, 0, 0, 255}));
  EXPECT_EQ(texture.at({-3, 0.5F}, 0).linear.x, 1);
  EXPECT_EQ(texture.at({4, -1}, 0).linear.z, 1);
}

TEST(Texture, ClearTexelsTakeTheColourOfTheirNeighbours) {
  // Black where clear, as in hair textures: the colour half-way to the red strand must not be dark.
  const Texture texture(of(2, 2, 4, {255, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0, 0, 0}));
  const Texture::Colour edge = texture.at({0.5F, 0.5F}, 0);
  EXPECT_NEAR(edge.linear.x, 1, 0.01F);
  EXPECT_NEAR(edge.alpha, 0.5F, 0.01F);
}

TEST(Texture, PictureWithoutAllItsPixelsIsRefused) {
  EXPECT_THROW(Texture(of(2, 2, 3, {1, 2, 3})), std::invalid_argument);
}

TEST(TextureCache, PictureThatNobodyHoldsIsForgotten) {
  TextureCache cache;
  auto image = std::make_shared<const Image>(of(1, 1, 1, {9}));
  const std::weak_ptr<const Image> watched = image;
  cache.of(image);
  image.reset();
  EXPECT_FALSE(watched.expired());
  cache.drop_unused();
  EXPECT_TRUE(watched.expired());
}

}  // namespace texture_test
}  // namespace uketsuke::camera
