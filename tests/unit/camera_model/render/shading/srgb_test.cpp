#include "camera_model/render/shading/srgb.h"

#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace srgb_test {

TEST(Srgb, BlackAndWhiteAreTheEndsOfBothScales) {
  EXPECT_EQ(linear_of(0), 0.0F);
  EXPECT_FLOAT_EQ(linear_of(255), 1.0F);
  EXPECT_EQ(encoded_of(0), 0);
  EXPECT_EQ(encoded_of(1), 255);
}

// IEC 61966-2-1 by hand: ((188/255 + 0.055) / 1.055)^2.4 = 0.5029; ((119/255 + 0.055) / 1.055)^2.4 = 0.1845;
// below 0.04045 the curve is a line, 10/255/12.92 = 0.0030353.
TEST(Srgb, HasTheStandardsValues) {
  EXPECT_NEAR(linear_of(188), 0.5029F, 1e-4F);
  EXPECT_NEAR(linear_of(119), 0.1845F, 1e-4F);
  EXPECT_NEAR(linear_of(10), 0.0030353F, 1e-6F);
}

// 18 % grey: 1.055 · 0.18^(1/2.4) - 0.055 = 0.46135, times 255 is 117.6.
TEST(Srgb, EighteenPercentGreyIs118) { EXPECT_EQ(encoded_of(0.18F), 118); }

TEST(Srgb, EveryEncodedValueComesBack) {
  for (int value = 0; value <= 255; ++value) {
    const auto byte = static_cast<std::uint8_t>(value);
    EXPECT_EQ(encoded_of(linear_of(byte)), byte);
  }
}

TEST(Srgb, BrighterLightNeverLooksDarker) {
  for (int value = 1; value <= 255; ++value)
    EXPECT_GT(linear_of(static_cast<std::uint8_t>(value)), linear_of(static_cast<std::uint8_t>(value - 1)));
  for (int step = 1; step <= 1000; ++step)
    EXPECT_GE(encoded_of(static_cast<float>(step) / 1000), encoded_of(static_cast<float>(step - 1) / 1000));
}

TEST(Srgb, LightOutsideTheScaleIsCut) {
  EXPECT_EQ(encoded_of(-0.5F), 0);
  EXPECT_EQ(encoded_of(11.0F), 255);
}

TEST(Srgb, StepsBetweenTwoBytesLieBetweenThem) {
  const SrgbTables& tables = srgb_tables();
  for (std::size_t i = 1; i < tables.linear.size(); ++i) EXPECT_GT(tables.linear[i], tables.linear[i - 1]);
}

}  // namespace srgb_test
}  // namespace uketsuke::camera
