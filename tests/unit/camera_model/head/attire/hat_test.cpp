// Hats on a head of average measures, and hair under them.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "camera_model/head/attire/worn_things.h"
#include "tests/unit/camera_model/surfaces.h"

namespace uketsuke::camera {
namespace hat_test {

constexpr Hat kHats[] = {Hat::cap, Hat::brimmed};

/// The highest and lowest point, and the widest from the middle.
struct Extent {
  float top = -1e6F, bottom = 1e6F, width = 0, before = -1e6F;
};
Extent extent_of(const Surface& surface) {
  Extent extent;
  for (const Vec3 p : surface.positions) {
    extent.top = std::max(extent.top, p.y);
    extent.bottom = std::min(extent.bottom, p.y);
    extent.width = std::max(extent.width, std::fabs(p.x));
    extent.before = std::max(extent.before, p.z);
  }
  return extent;
}

/// Half a ball of hair round the crown, which stands out from the head.
Surface afro(const Measures& head, float radius) {
  Surface hair;
  for (int i = 0; i < 24; ++i)
    for (int j = 0; j < 12; ++j) {
      const float turn = 6.2831853F * static_cast<float>(i) / 24,
                  rise = 1.5707963F * static_cast<float>(j) / 12;
      hair.positions.push_back(
          Vec3{0, head.crown * 0.5F, (head.front + head.back) * 0.5F} +
          Vec3{std::cos(turn) * std::cos(rise), std::sin(rise), std::sin(turn) * std::cos(rise)} * radius);
    }
  return hair;
}

TEST(HatOn, CoversTheTopOfTheSkull) {
  const Measures head;
  for (const Hat hat : kHats) EXPECT_GT(extent_of(hat_on(head, hat, 1)).top, head.crown);
}

TEST(HatOn, IsWiderThanTheHead) {
  const Measures head;
  for (const Hat hat : kHats) EXPECT_GT(extent_of(hat_on(head, hat, 1)).width, head.half_width);
}

TEST(HatOn, EndsAboveTheEyes) {
  const Measures head;  // eyes are at a height of 0
  for (const Hat hat : kHats) EXPECT_GT(extent_of(hat_on(head, hat, 1)).bottom, 0);
}

TEST(HatOn, OnlyABrimShadesTheBrow) {
  const Measures head;
  const float cap = extent_of(hat_on(head, Hat::cap, 1)).before;
  const float brim = extent_of(hat_on(head, Hat::brimmed, 1)).before;
  EXPECT_LT(cap, head.front + 20);
  EXPECT_GT(brim, head.front + 50);
}

TEST(HatOn, GrowsWithTheHead) {
  Measures small, large;
  large.half_width = small.half_width + 10;
  for (const Hat hat : kHats)
    EXPECT_NEAR(extent_of(hat_on(large, hat, 1)).width, extent_of(hat_on(small, hat, 1)).width + 10, 0.5);
}

TEST(HatOn, IsTheSameOnBothSides) {
  const Surface hat = hat_on(Measures{}, Hat::brimmed, 1);
  float left = 0, right = 0;
  for (const Vec3 p : hat.positions) {
    left = std::max(left, p.x);
    right = std::max(right, -p.x);
  }
  EXPECT_NEAR(left, right, 0.5);
}

TEST(HatOn, SeedDrawsTheColour) {
  int others = 0;
  const Vec3 first = hat_on(Measures{}, Hat::cap, 1).material.colour;
  for (std::uint32_t seed = 2; seed < 12; ++seed)
    others += length(hat_on(Measures{}, Hat::cap, seed).material.colour - first) > 1e-3F ? 1 : 0;
  EXPECT_GT(others, 0);
  EXPECT_EQ(length(hat_on(Measures{}, Hat::cap, 1).material.colour - first), 0);
}

TEST(HatOn, OnlyACapIsKnitted) {
  EXPECT_NE(hat_on(Measures{}, Hat::cap, 1).material.texture, nullptr);
  EXPECT_EQ(hat_on(Measures{}, Hat::brimmed, 1).material.texture, nullptr);
}

TEST(HatOn, IsAWellFormedSurface) {
  for (const Hat hat : kHats) {
    const Surface surface = hat_on(Measures{}, hat, 1);
    ASSERT_EQ(surface.normals.size(), surface.positions.size());
    for (const auto index : surface.triangles) ASSERT_LT(index, surface.positions.size());
  }
}

TEST(PressUnderHat, HairStaysInsideTheHat) {
  const Measures head;
  Surface hair = afro(head, 140);
  press_under_hat(head, hair);
  const Extent hat = extent_of(hat_on(head, Hat::cap, 1));
  for (const Vec3 p : hair.positions) {
    EXPECT_LT(p.y, hat.top);
    EXPECT_TRUE(p.y <= head.crown * 0.6F || std::fabs(p.x) < hat.width) << p.x << ' ' << p.y;
  }
}

TEST(PressUnderHat, HairThatIsInsideAlreadyStays) {
  const Measures head;
  const Surface before = afro(head, 40);
  Surface hair = before;
  press_under_hat(head, hair);
  for (std::size_t i = 0; i < hair.positions.size(); ++i)
    EXPECT_EQ(length(hair.positions[i] - before.positions[i]), 0);
}

TEST(PressUnderHat, HairOnTheShouldersStays) {
  const Measures head;
  Surface hair;
  hair.positions = {{90, head.chin, -60}, {-90, head.chin, -60}};
  press_under_hat(head, hair);
  EXPECT_EQ(hair.positions[0].x, 90);
  EXPECT_EQ(hair.positions[1].x, -90);
}

}  // namespace hat_test
}  // namespace uketsuke::camera
