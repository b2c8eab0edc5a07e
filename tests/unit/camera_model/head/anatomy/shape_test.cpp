#include "camera_model/head/anatomy/shape.h"

#include <cmath>
#include <map>

#include "camera_model/head/anatomy/shape_axes.h"
#include "tests/unit/camera_model/head/support.h"

namespace uketsuke::camera {
namespace shape_test {

std::map<std::string, float> weights(const HeadProfile& profile) {
  std::map<std::string, float> all;
  for (const auto& [name, weight] : shape_weights(profile)) all[name] += weight;
  return all;
}

float sum_of(const std::map<std::string, float>& all, const std::string& start) {
  float sum = 0;
  for (const auto& [name, weight] : all)
    if (name.rfind(start, 0) == 0) sum += weight;
  return sum;
}

// MakeHuman's ages: child 10, young 25, old 90 years.
TEST(Shape, AgesOfTheMeshAreBlendedBetween) {
  const auto all = weights(person(1, Sex::female, 57.5F));
  EXPECT_FLOAT_EQ(all.at("macrodetails/asian-female-young"), 0.5F);
  EXPECT_FLOAT_EQ(all.at("macrodetails/asian-female-old"), 0.5F);
}

TEST(Shape, ChildOfTenIsTheMeshsChild) {
  const auto all = weights(person(1, Sex::male, 10));
  EXPECT_FLOAT_EQ(all.at("macrodetails/asian-male-child"), 1.0F);
}

TEST(Shape, AncestryIsShared) {
  HeadProfile profile = person(1, Sex::male, 25);
  profile.ancestry = {3, 1, 0};
  const auto all = weights(profile);
  EXPECT_FLOAT_EQ(all.at("macrodetails/asian-male-young"), 0.75F);
  EXPECT_FLOAT_EQ(all.at("macrodetails/caucasian-male-young"), 0.25F);
  EXPECT_EQ(all.count("macrodetails/african-male-young"), 0U);
}

TEST(Shape, MacroWeightsAddUpToOneAtAnyAge) {
  for (const float age : {0.0F, 1.0F, 7.0F, 10.0F, 18.0F, 44.0F, 90.0F, 100.0F})
    EXPECT_NEAR(sum_of(weights(person(3, Sex::female, age)), "macrodetails/asian"), 1.0F, 1e-5F) << age;
}

TEST(Shape, EveryTargetOfTheAxesIsInTheSlice) {
  for (std::size_t i = 0; i < shape_axis_count(); ++i)
    for (const char* target : {shape_axes()[i].less, shape_axes()[i].more})
      for (const char* side : {"l", "r"}) {
        std::string name = target;
        const auto at = name.find("{side}");
        if (at != std::string::npos) name.replace(at, 6, side);
        EXPECT_TRUE(name.empty() || slice().targets().count(name) == 1) << name;
      }
}

TEST(Shape, AmplitudeZeroIsTheAverageFace) {
  HeadProfile one = person(1, Sex::female, 30);
  HeadProfile other = person(2, Sex::female, 30);
  one.amplitude = other.amplitude = 0;
  EXPECT_EQ(sum_of(weights(one), "nose/"), 0);
  EXPECT_EQ(sum_of(weights(other), "chin/"), 0);
}

TEST(Shape, SeedsDifferInTheNose) {
  const auto one = weights(person(1, Sex::female, 30));
  const auto other = weights(person(2, Sex::female, 30));
  EXPECT_NE(sum_of(one, "nose/"), sum_of(other, "nose/"));
}

TEST(Shape, GrowingOlderKeepsWhatTheSeedDrew) {
  const HeadProfile young = person(9, Sex::male, 30);
  const auto before = weights(young);
  const auto after = weights(aged(young, 25));
  for (const auto& [name, weight] : before)
    EXPECT_TRUE(name.rfind("macrodetails", 0) == 0 || after.at(name) == weight) << name;
  EXPECT_NE(before.at("macrodetails/asian-male-old"), after.at("macrodetails/asian-male-old"));
}

TEST(Shape, BothSidesMoveTogether) {
  const auto all = weights(person(4, Sex::female, 40));
  for (const auto& [name, weight] : all) {
    if (name.rfind("eyes/l-", 0) == 0) {
      EXPECT_FLOAT_EQ(all.at("eyes/r-" + name.substr(7)), weight) << name;
    }
  }
}

TEST(Shape, NothingGoesBeyondItsTarget) {
  for (std::uint32_t seed = 1; seed < 60; ++seed) {
    HeadProfile profile = person(seed, Sex::female, 40);
    profile.amplitude = 2;
    for (const auto& [name, weight] : shape_weights(profile)) EXPECT_LE(weight, 1.0F) << name;
  }
}

TEST(Shape, FullKinHasTheOthersFace) {
  HeadProfile one = person(5, Sex::male, 40);
  one.kin_seed = 6;
  one.kin_share = 1;
  const auto kin = weights(one);
  for (const auto& [name, weight] : weights(person(6, Sex::male, 40))) {
    if (name.rfind("nose", 0) == 0) {
      EXPECT_NEAR(kin.at(name), weight, 1e-5F) << name;
    }
  }
}

// A target's moves count tenths of a millimetre, the mesh decimetres.
TEST(Shape, TargetsMoveByTheirWeight) {
  const std::uint16_t rows[] = {1};
  const std::int16_t moves[] = {1000, -500, 0};
  std::vector<Vec3> places(2);
  move_towards({{rows, 1}, {moves, 3}}, 0.5F, places);
  EXPECT_FLOAT_EQ(places[1].x, 0.5F);
  EXPECT_FLOAT_EQ(places[1].y, -0.25F);
  EXPECT_FLOAT_EQ(places[0].x, 0);
}

}  // namespace shape_test
}  // namespace uketsuke::camera
