#include "camera_model/geometry/vector.h"

#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace vector_test {

constexpr float kNear = 1e-4F;

void expect_near(Vec3 actual, Vec3 expected, float tolerance = kNear) {
  EXPECT_NEAR(actual.x, expected.x, tolerance);
  EXPECT_NEAR(actual.y, expected.y, tolerance);
  EXPECT_NEAR(actual.z, expected.z, tolerance);
}

TEST(Vec3, CrossProductIsRightHanded) {
  expect_near(cross({1, 0, 0}, {0, 1, 0}), {0, 0, 1});
  expect_near(cross({0, 1, 0}, {0, 0, 1}), {1, 0, 0});
  expect_near(cross({0, 1, 0}, {1, 0, 0}), {0, 0, -1});
}

TEST(Vec3, CrossProductIsAtRightAnglesToBoth) {
  const Vec3 a{1, -2, 3};
  const Vec3 b{4, 5, -6};
  EXPECT_NEAR(dot(cross(a, b), a), 0, kNear);
  EXPECT_NEAR(dot(cross(a, b), b), 0, kNear);
}

// 2² + 3² + 6² = 7²
TEST(Vec3, LengthIsPythagoras) { EXPECT_FLOAT_EQ(length({2, -3, 6}), 7); }

TEST(Vec3, NormalisedHasLengthOneAndTheZeroVectorStays) {
  expect_near(normalised({0, 0, -5}), {0, 0, -1});
  EXPECT_NEAR(length(normalised({3, -7, 0.2F})), 1, kNear);
  expect_near(normalised({0, 0, 0}), {0, 0, 0});
}

TEST(Vec2, DistanceIsThatOfATriangle) { EXPECT_FLOAT_EQ(distance(Vec2{1, 1}, Vec2{4, 5}), 5); }

TEST(Placement, WithoutATurnOnlyShifts) { expect_near(placed({}, {1, 2, 3})({10, 20, 30}), {11, 22, 33}); }

// The head's frame: x right as the camera sees it, y up, the nose along +z.

TEST(Placement, YawTurnsTheNoseToTheLeftOfTheHead) {
  expect_near(placed({90, 0, 0}, {}).turn({0, 0, 1}), {1, 0, 0});
}

TEST(Placement, PitchTurnsTheNoseUp) { expect_near(placed({0, 90, 0}, {}).turn({0, 0, 1}), {0, 1, 0}); }

TEST(Placement, RollLowersTheLeftShoulder) {
  expect_near(placed({0, 0, 90}, {}).turn({1, 0, 0}), {0, -1, 0});
  expect_near(placed({0, 0, 90}, {}).turn({0, 0, 1}), {0, 0, 1});
}

TEST(Placement, RollComesBeforePitchBeforeYaw) {
  const Turn turn{30, 20, 10};
  const Vec3 v{1, 2, 3};
  const Vec3 one_by_one =
      placed({30, 0, 0}, {}).turn(placed({0, 20, 0}, {}).turn(placed({0, 0, 10}, {}).turn(v)));
  expect_near(placed(turn, {}).turn(v), one_by_one);
}

TEST(Placement, KeepsLengthsAndAngles) {
  for (float degrees = -170; degrees < 180; degrees += 37) {
    const Placement placement = placed({degrees, 0.5F * degrees, 25 - degrees}, {5, 6, 7});
    const Vec3 a{3, -1, 2};
    const Vec3 b{-4, 0.5F, 1};
    EXPECT_NEAR(length(placement.turn(a)), length(a), 1e-3F);
    EXPECT_NEAR(dot(placement.turn(a), placement.turn(b)), dot(a, b), 1e-3F);
    // no mirror: the determinant is +1
    EXPECT_NEAR(dot(cross(placement.rows[0], placement.rows[1]), placement.rows[2]), 1, 1e-3F);
  }
}

TEST(Placement, OppositeTurnsAroundOneAxisCancel) {
  const Vec3 v{1, 2, 3};
  expect_near(placed({-40, 0, 0}, {}).turn(placed({40, 0, 0}, {}).turn(v)), v);
  expect_near(placed({0, -40, 0}, {}).turn(placed({0, 40, 0}, {}).turn(v)), v);
  expect_near(placed({0, 0, -40}, {}).turn(placed({0, 0, 40}, {}).turn(v)), v);
}

TEST(Placement, TheShiftIsAppliedAfterTheTurn) {
  expect_near(placed({90, 0, 0}, {100, 0, -450})({0, 0, 10}), {110, 0, -450}, 1e-3F);
}

}  // namespace vector_test
}  // namespace uketsuke::camera
