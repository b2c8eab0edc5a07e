#include "bench/accuracy/card_photo.h"

#include <gtest/gtest.h>

namespace uketsuke::bench {
namespace card_photo_test {

camera::Image filled(int width, int height, int channels, std::initializer_list<std::uint8_t> colour) {
  camera::Image image = camera::Image::blank(width, height, channels);
  for (std::size_t i = 0; i < image.pixels.size(); ++i) image.pixels[i] = colour.begin()[i % colour.size()];
  return image;
}

double mean(const camera::Image& image) {
  double sum = 0;
  for (const std::uint8_t pixel : image.pixels) sum += pixel;
  return sum / static_cast<double>(image.pixels.size());
}

TEST(ThroughCard, IsGreyAndHasTheSizeOfACardsPhoto) {
  for (const auto& [width, height] :
       {std::pair{640, 480}, std::pair{100, 900}, std::pair{3, 2}, std::pair{1, 1}}) {
    const camera::Image photo = through_card(filled(width, height, 3, {100, 100, 100}));
    EXPECT_EQ(photo.width, 192);
    EXPECT_EQ(photo.height, 240);
    EXPECT_EQ(photo.channels, 1);
    EXPECT_NEAR(mean(photo), 100, 1.5);
  }
}

// ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B.
TEST(ThroughCard, ColoursBecomeTheirLuma) {
  EXPECT_NEAR(mean(through_card(filled(192, 240, 3, {200, 100, 50}))), 59.8 + 58.7 + 5.7, 1.5);
  EXPECT_NEAR(mean(through_card(filled(192, 240, 3, {0, 0, 255}))), 29.1, 1.5);
}

TEST(ThroughCard, AlphaIsIgnored) {
  EXPECT_NEAR(mean(through_card(filled(192, 240, 4, {80, 80, 80, 0}))), 80, 1.5);
  EXPECT_NEAR(mean(through_card(filled(192, 240, 2, {80, 255}))), 80, 1.5);
}

// 640 x 480 at 4:5 keeps 384 columns, from 128 to 512.
TEST(ThroughCard, OnlyTheMiddleIsKept) {
  camera::Image wide = filled(640, 480, 1, {0});
  for (int y = 0; y < 480; ++y) {
    for (int x = 128; x < 512; ++x) wide.at(x, y)[0] = 200;
  }
  EXPECT_NEAR(mean(through_card(wide)), 200, 2);
}

TEST(ThroughCard, LeftStaysLeftAndUpStaysUp) {
  camera::Image image = filled(384, 480, 1, {40});
  for (int y = 0; y < 240; ++y) {
    for (int x = 0; x < 192; ++x) image.at(x, y)[0] = 220;
  }
  const camera::Image photo = through_card(image);
  EXPECT_NEAR(photo.at(48, 60)[0], 220, 6);
  EXPECT_NEAR(photo.at(144, 60)[0], 40, 6);
  EXPECT_NEAR(photo.at(48, 180)[0], 40, 6);
}

// Stripes of one old pixel lie beyond what 192 columns can hold: they become their mean, not broad stripes.
TEST(ThroughCard, FineStripesBecomeGreyAndNoMoire) {
  camera::Image stripes = filled(960, 1200, 1, {0});
  for (int y = 0; y < 1200; ++y) {
    for (int x = 0; x < 960; x += 2) stripes.at(x, y)[0] = 200;
  }
  const camera::Image photo = through_card(stripes);
  for (int x = 10; x < 182; ++x) EXPECT_NEAR(photo.at(x, 120)[0], 100, 12) << x;
}

}  // namespace card_photo_test
}  // namespace uketsuke::bench
