#include "camera_model/sensor/tone.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace tone_test {

using ::testing::ElementsAre;

CameraProfile::Sensor sensor() {
  CameraProfile::Sensor s;
  s.black_level = 64;
  return s;
}

std::vector<int> developed(const Tone& tone, std::uint16_t red, std::uint16_t green, std::uint16_t blue) {
  const std::uint16_t numbers[3] = {red, green, blue};
  std::uint8_t out[3];
  tone.develop(numbers, 1, out);
  return {out[0], out[1], out[2]};
}

TEST(Tone, BlackLevelIsBlackAndTheLargestNumberIsWhite) {
  const Tone tone(sensor(), WhiteBalance::fixed);
  EXPECT_THAT(developed(tone, 0, 64, 1023), ElementsAre(0, 0, 255));
}

TEST(Tone, CurveIsThatOfTheStandard) {
  // IEC 61966-2-1: linear 0.2140 is 0.5 (128 of 255), linear 0.5 is 0.7354 (188); 959 numbers above black.
  const Tone tone(sensor(), WhiteBalance::fixed);
  EXPECT_THAT(developed(tone, 64 + 205, 64 + 480, 64 + 2), ElementsAre(127, 188, 7));
}

TEST(Tone, LinearLightOfTheStandard) {
  EXPECT_EQ(linear_of_srgb()[0], 0);
  EXPECT_EQ(linear_of_srgb()[255], 65535);
  EXPECT_NEAR(linear_of_srgb()[128] / 65535.0, 0.2159, 1e-4);
  EXPECT_NEAR(linear_of_srgb()[10] / 65535.0, 10 / 255.0 / 12.92, 1e-5);
}

TEST(Tone, WhiteBalanceUndoesTheColourFilters) {
  CameraProfile::Sensor filtered = sensor();
  filtered.response = {0.5F, 1.0F, 0.8F};
  const Tone tone(filtered, WhiteBalance::fixed);
  const std::vector<int> out = developed(tone, 64 + 200, 64 + 400, 64 + 320);
  EXPECT_EQ(out[0], out[1]);
  EXPECT_EQ(out[2], out[1]);
}

TEST(Tone, FixedBalanceDoesNotFollowThePicture) {
  Tone tone(sensor(), WhiteBalance::fixed);
  const auto before = developed(tone, 400, 400, 400);
  for (int i = 0; i < 20; ++i) tone.balance({0.4, 0.2, 0.1});
  EXPECT_EQ(developed(tone, 400, 400, 400), before);
}

TEST(Tone, GreyWorldTakesAColourCastOutWithinItsLimits) {
  Tone tone(sensor(), WhiteBalance::grey_world);
  for (int i = 0; i < 50; ++i) tone.balance({0.4, 0.2, 0.1});
  // At most a factor of 1.25: red like 4/5, blue like 5/4 of its light.
  const std::vector<int> out = developed(tone, 64 + 400, 64 + 400, 64 + 400);
  const Tone fixed(sensor(), WhiteBalance::fixed);
  EXPECT_EQ(out[0], developed(fixed, 64 + 320, 0, 0)[0]);
  EXPECT_EQ(out[2], developed(fixed, 0, 0, 64 + 500)[2]);
}

TEST(Tone, GreyWorldDoesNotFollowTheNoiseOfADarkPicture) {
  Tone tone(sensor(), WhiteBalance::grey_world);
  tone.balance({0.004, 0.001, 0.001});
  EXPECT_THAT(developed(tone, 1023, 1023, 1023), ElementsAre(255, 255, 255));
}

TEST(Tone, BeginsAnewWithTheFactorysBalance) {
  Tone tone(sensor(), WhiteBalance::grey_world);
  tone.balance({0.4, 0.2, 0.1});
  tone.restart();
  EXPECT_EQ(developed(tone, 400, 400, 400), developed(Tone(sensor(), WhiteBalance::fixed), 400, 400, 400));
}

}  // namespace tone_test
}  // namespace uketsuke::camera
