#include "sim/gallery/variation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace uketsuke::gallery {
namespace variation_test {

constexpr int kMany = 400;

std::vector<Shot> many(const Variation& variation = {}) {
  std::vector<Shot> shots;
  for (int i = 1; i <= kMany; ++i) shots.push_back(varied({}, "sato-hanako", i, variation));
  return shots;
}

/// Lowest and highest of a value over many shots.
template <class Value>
std::pair<float, float> range(Value value) {
  std::pair<float, float> found{1e9F, -1e9F};
  for (const Shot& shot : many()) {
    found.first = std::min(found.first, value(shot));
    found.second = std::max(found.second, value(shot));
  }
  return found;
}

/// Uniform from `least` to `most`: within them, and after 400 draws near both (one in twenty of the width).
void expect_spans(std::pair<float, float> found, float least, float most) {
  const float slack = 0.05F * (most - least);
  EXPECT_GE(found.first, least);
  EXPECT_LE(found.first, least + slack);
  EXPECT_LE(found.second, most);
  EXPECT_GE(found.second, most - slack);
}

// The ranges are those that docs/looking.md states.

TEST(Variation, HeadsTurnByTwelveSixAndFiveDegrees) {
  expect_spans(range([](const Shot& shot) { return shot.turn.yaw; }), -12, 12);
  expect_spans(range([](const Shot& shot) { return shot.turn.pitch; }), -6, 6);
  expect_spans(range([](const Shot& shot) { return shot.turn.roll; }), -5, 5);
}

// Standing in the middle is 450 mm from the lens, so 380 to 550 mm are 70 nearer and 100 farther.
TEST(Variation, PeopleStandBetween380And550Millimetres) {
  expect_spans(range([](const Shot& shot) { return shot.shift.z; }), -100, 70);
  expect_spans(range([](const Shot& shot) { return shot.shift.x; }), -40, 40);
  expect_spans(range([](const Shot& shot) { return shot.shift.y; }), -25, 25);
}

TEST(Variation, ExpressionsBeginAtNone) {
  expect_spans(range([](const Shot& shot) { return shot.expression.smile; }), 0, 0.7F);
  expect_spans(range([](const Shot& shot) { return shot.expression.mouth_open; }), 0, 0.15F);
  expect_spans(range([](const Shot& shot) { return shot.expression.blink; }), 0, 0.3F);
}

TEST(Variation, LightIsFromSixTenthsToThreeHalves) {
  expect_spans(range([](const Shot& shot) { return shot.light.level; }), 0.6F, 1.5F);
}

TEST(Variation, LightComesFromBothSidesAboutEquallyOften) {
  const std::vector<Shot> shots = many();
  const auto right =
      std::count_if(shots.begin(), shots.end(), [](const Shot& shot) { return shot.light.side == 1; });
  const auto left =
      std::count_if(shots.begin(), shots.end(), [](const Shot& shot) { return shot.light.side == -1; });
  EXPECT_EQ(left + right, kMany);
  EXPECT_NEAR(static_cast<double>(right), kMany / 2.0, 50);  // five standard deviations of a fair coin
}

TEST(Variation, WithoutVariationOnlyTheSideOfTheLightVaries) {
  for (const Shot& shot : many({0, 0, 0, 450, 450, 0, 0, 0, 0, 0, 1, 1})) {
    EXPECT_FLOAT_EQ(shot.turn.yaw, 0);
    EXPECT_FLOAT_EQ(shot.shift.z, 0);
    EXPECT_FLOAT_EQ(shot.light.level, 1);
  }
}

TEST(Variation, DependsOnSeedNameAndNumberAlone) {
  Shot other_seed;
  other_seed.seed = 2;
  const Shot one = varied({}, "a", 1);
  EXPECT_EQ(varied({}, "a", 1).turn.yaw, one.turn.yaw);
  EXPECT_NE(varied({}, "a", 2).turn.yaw, one.turn.yaw);
  EXPECT_NE(varied({}, "b", 1).turn.yaw, one.turn.yaw);
  EXPECT_NE(varied(other_seed, "a", 1).turn.yaw, one.turn.yaw);
}

TEST(Variation, NoTwoPicturesOfAPersonShareASeed) {
  std::set<std::uint64_t> seeds;
  for (const Shot& shot : many()) EXPECT_TRUE(seeds.insert(shot.seed).second);
}

TEST(Variation, KeepsWhatIsShown) {
  Shot common;
  common.day = *parse_date("2024-10-07");
  common.as.attack = scenario::Attack::screen;
  common.light.name = camera::LightName::sun;
  const Shot shot = varied(common, "a", 1);
  EXPECT_EQ(shot.day, common.day);
  EXPECT_EQ(shot.as.attack, scenario::Attack::screen);
  EXPECT_EQ(shot.light.name, camera::LightName::sun);
}

}  // namespace variation_test
}  // namespace uketsuke::gallery
