#include "camera_model/scene/lighting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace uketsuke::camera {
namespace lighting_test {

constexpr LightName kNames[] = {LightName::good, LightName::backlight, LightName::sun, LightName::dark};

Lighting of(LightName name, float level = 1, float side = 1) { return lighting({name, level, side}); }

/// Light from the window behind over light from the front: what makes a face dark in the picture.
float contrast(LightName name) { return of(name).window.y / of(name).room.y; }

TEST(Lighting, IsTheOneThatWasNamed) {
  for (const LightName name : kNames) EXPECT_EQ(of(name).name, name);
}

TEST(Lighting, TwiceTheLevelIsTwiceTheLight) {
  for (const LightName name : kNames) {
    const Lighting one = of(name, 1);
    const Lighting two = of(name, 2);
    ASSERT_EQ(one.on_people.lights.size(), two.on_people.lights.size());
    for (std::size_t i = 0; i < one.on_people.lights.size(); ++i) {
      EXPECT_FLOAT_EQ(two.on_people.lights[i].strength.y, 2 * one.on_people.lights[i].strength.y);
      EXPECT_EQ(two.on_people.lights[i].position.x, one.on_people.lights[i].position.x);
    }
    EXPECT_FLOAT_EQ(two.on_people.sky.x, 2 * one.on_people.sky.x);
    EXPECT_FLOAT_EQ(two.on_people.floor.z, 2 * one.on_people.floor.z);
    EXPECT_FLOAT_EQ(two.room.y, 2 * one.room.y);
    EXPECT_FLOAT_EQ(two.window.y, 2 * one.window.y);
    EXPECT_FLOAT_EQ(two.window_width, one.window_width);
  }
}

TEST(Lighting, TheOtherSideIsTheMirrorImage) {
  for (const LightName name : kNames) {
    const Lighting right = of(name, 1, 1);
    const Lighting left = of(name, 1, -1);
    for (std::size_t i = 0; i < right.on_people.lights.size(); ++i) {
      const Light& a = right.on_people.lights[i];
      const Light& b = left.on_people.lights[i];
      EXPECT_FLOAT_EQ(a.position.x, -b.position.x);
      EXPECT_FLOAT_EQ(a.position.y, b.position.y);
      EXPECT_FLOAT_EQ(a.position.z, b.position.z);
      EXPECT_FLOAT_EQ(a.strength.y, b.strength.y);
    }
  }
}

TEST(Lighting, OnlyTheSignOfTheSideCounts) {
  EXPECT_EQ(of(LightName::sun, 1, -0.2F).on_people.lights[0].position.x,
            of(LightName::sun, 1, -1).on_people.lights[0].position.x);
  EXPECT_EQ(of(LightName::sun, 1, 0).on_people.lights[0].position.x,
            of(LightName::sun, 1, 1).on_people.lights[0].position.x);
}

TEST(Lighting, TheSunIsInfinitelyFarAndTheBrightestOfAllLights) {
  const Light sun = of(LightName::sun).on_people.lights.at(0);
  EXPECT_EQ(sun.reference_mm, 0);
  EXPECT_NEAR(length(sun.position), 1, 1e-5F);
  for (const LightName name : kNames) {
    for (const Light& light : of(name).on_people.lights) EXPECT_LE(light.strength.y, sun.strength.y);
  }
}

TEST(Lighting, InTheDarkThereIsAHundredthOfTheLightAtMost) {
  EXPECT_LT(of(LightName::dark).on_people.sky.y, of(LightName::good).on_people.sky.y / 40);
  EXPECT_LT(of(LightName::dark).room.y, of(LightName::good).room.y / 40);
  for (const Light& light : of(LightName::dark).on_people.lights) EXPECT_LT(light.strength.y, 0.85F / 40);
}

TEST(Lighting, BacklightHasTheStrongestContrastBehindTheFaceAndTheWidestWindow) {
  for (const LightName name : kNames) {
    if (name == LightName::backlight) continue;
    EXPECT_LT(contrast(name), contrast(LightName::backlight));
    EXPECT_LT(of(name).window_width, of(LightName::backlight).window_width);
  }
}

TEST(Lighting, NoMoreLightsCastAShadowThanTheRendererDraws) {
  for (const LightName name : kNames) {
    const auto& lights = of(name).on_people.lights;
    EXPECT_LE(std::count_if(lights.begin(), lights.end(), [](const Light& light) { return light.shadow; }),
              kShadowLights);
  }
}

TEST(Lighting, ALevelThatIsNotAboveZeroIsRefused) {
  for (const float level : {0.0F, -1.0F, std::numeric_limits<float>::quiet_NaN()})
    EXPECT_THROW(of(LightName::good, level), std::invalid_argument);
  EXPECT_NO_THROW(of(LightName::good, 0.001F));
}

}  // namespace lighting_test
}  // namespace uketsuke::camera
