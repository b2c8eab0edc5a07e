#include "camera_model/scene/movement.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace uketsuke::camera {
namespace movement_test {

using std::chrono::milliseconds;
using std::chrono::seconds;

Movement still() {
  Movement movement;
  movement.sway_mm = 0, movement.sway_degrees = 0;
  movement.blink_every = Duration{};
  return movement;
}

TEST(Movement, StandsAtItsPlaceFromTheBeginningWhereNoApproachIsAsked) {
  Movement movement = still();
  movement.stand = {10, -20, -500};
  const Pose pose = pose_at(movement, Duration{});
  EXPECT_FLOAT_EQ(pose.position.x, 10);
  EXPECT_FLOAT_EQ(pose.position.z, -500);
}

TEST(Movement, ComesFromFarAndArrives) {
  Movement movement = still();
  movement.approach_at = seconds(1), movement.approach_lasts = seconds(2);
  EXPECT_FLOAT_EQ(pose_at(movement, milliseconds(900)).position.z, movement.from.z);
  EXPECT_NEAR(pose_at(movement, seconds(2)).position.z, 0.5F * (movement.from.z + movement.stand.z), 1);
  EXPECT_FLOAT_EQ(pose_at(movement, seconds(3)).position.z, movement.stand.z);
}

TEST(Movement, GoesAwayAtItsTimeAndStaysAway) {
  Movement movement = still();
  movement.leave_at = seconds(5);
  EXPECT_FLOAT_EQ(pose_at(movement, seconds(5)).position.z, movement.stand.z);
  EXPECT_FLOAT_EQ(pose_at(movement, seconds(7)).position.z, movement.from.z);
  EXPECT_FLOAT_EQ(pose_at(movement, seconds(70)).position.z, movement.from.z);
}

TEST(Movement, TurnsByWhatIsAskedAndBack) {
  Movement movement = still();
  movement.turns.push_back({seconds(1), seconds(3), {25, -10, 0}});
  EXPECT_FLOAT_EQ(pose_at(movement, seconds(1)).turn.yaw, 0);
  EXPECT_FLOAT_EQ(pose_at(movement, milliseconds(2500)).turn.yaw, 25);
  EXPECT_FLOAT_EQ(pose_at(movement, milliseconds(2500)).turn.pitch, -10);
  EXPECT_FLOAT_EQ(pose_at(movement, seconds(4)).turn.yaw, 0);
}

TEST(Movement, TwoTurnsAddWhereTheyOverlap) {
  Movement movement = still();
  movement.turns = {{Duration{}, seconds(3), {20, 0, 0}}, {Duration{}, seconds(3), {0, 5, 0}}};
  const Pose pose = pose_at(movement, milliseconds(1500));
  EXPECT_FLOAT_EQ(pose.turn.yaw, 20);
  EXPECT_FLOAT_EQ(pose.turn.pitch, 5);
}

Movement everything() {
  Movement movement;
  movement.approach_at = milliseconds(500), movement.approach_lasts = milliseconds(1500);
  movement.turns.push_back({seconds(4), seconds(2), {30, 0, 0}});
  movement.leave_at = seconds(9);
  return movement;
}

TEST(Movement, NothingJumpsBetweenTwoMilliseconds) {
  const Movement movement = everything();
  Pose before = pose_at(movement, Duration{});
  for (int ms = 1; ms < 12000; ++ms) {
    const Pose pose = pose_at(movement, milliseconds(ms));
    // A person walks at 1.5 m/s, a head turns at some hundred degrees per second, a lid closes within 80 ms.
    ASSERT_LT(length(pose.position - before.position), 3) << ms;
    ASSERT_LT(std::abs(pose.turn.yaw - before.turn.yaw), 0.5F) << ms;
    ASSERT_LT(std::abs(pose.expression.blink - before.expression.blink), 0.05F) << ms;
    before = pose;
  }
}

TEST(Movement, SwayStaysWithinWhatIsAskedAndUsesIt) {
  Movement movement = still();
  movement.sway_mm = 4, movement.sway_degrees = 2;
  float farthest = 0, most = 0;
  for (int ms = 0; ms < 60000; ms += 20) {
    const Pose pose = pose_at(movement, milliseconds(ms));
    farthest = std::max(farthest, std::abs(pose.position.z - movement.stand.z));
    most = std::max(most, std::abs(pose.turn.yaw));
  }
  EXPECT_LE(farthest, 4);
  EXPECT_GT(farthest, 2);
  EXPECT_LE(most, 2);
  EXPECT_GT(most, 1);
}

TEST(Movement, BlinksOnceInEverySpanAndShutsTheEyes) {
  Movement movement = still();
  movement.blink_every = seconds(4);
  for (int span = 0; span < 20; ++span) {
    float most = 0;
    int begun = 0;
    float before = 0;
    for (int ms = 0; ms < 4000; ++ms) {
      const float blink = pose_at(movement, milliseconds(4000 * span + ms)).expression.blink;
      if (before == 0 && blink > 0) ++begun;
      before = blink;
      most = std::max(most, blink);
    }
    EXPECT_GT(most, 0.98F) << span;
    EXPECT_EQ(begun, 1) << span;
  }
}

TEST(Movement, ExpressionThatIsHeldIsKept) {
  Movement movement;
  movement.expression.smile = 0.7F;
  EXPECT_FLOAT_EQ(pose_at(movement, seconds(3)).expression.smile, 0.7F);
}

TEST(Movement, SameSeedMovesAlikeAndAnotherDoesNot) {
  Movement movement = everything(), other = everything();
  other.seed = 2;
  const Pose first = pose_at(movement, seconds(3));
  EXPECT_EQ(first.position.x, pose_at(movement, seconds(3)).position.x);
  EXPECT_NE(first.position.x, pose_at(other, seconds(3)).position.x);
}

}  // namespace movement_test
}  // namespace uketsuke::camera
