#include "reader_model/face_match/landmarks.h"

#include <gtest/gtest.h>

#include "tests/unit/reader_model/face_match/synthetic_face.h"

namespace uketsuke::reader {
namespace landmarks_test {

constexpr Pinhole kFar{9000, 320, 180, 10000};  // nearly without perspective, 0.9 pixels per millimetre

std::vector<camera::Vec2> five(const std::vector<camera::Vec2>& all) {
  const FacePoints p = face_points(all);
  return {p.eye_left, p.eye_right, p.nose, p.mouth_left, p.mouth_right};
}

TEST(FacePoints, EyesAreAsFarApartAsTheyWereMade) {
  const auto points = face_points(kFar.project(synthetic_face(), {}));
  EXPECT_NEAR(points.eyes_apart(), 62 * 0.9F, 0.1F);  // the face's eyes are at -31 and 31 mm
}

TEST(FacePoints, TheMiddleLiesBetweenEyesAndMouth) {
  const auto points = face_points(kFar.project(synthetic_face(), {}));
  EXPECT_NEAR(points.middle().x, 320, 0.5F);
  EXPECT_NEAR(points.middle().y, 180 + 38.5F * 0.9F, 0.5F);  // eyes at 0, mouth at -77 mm
}

TEST(HeadPose, AHeadThatLooksIntoTheCameraIsNotTurned) {
  const camera::Turn turn = head_pose(kFar.project(synthetic_face(), {}));
  EXPECT_NEAR(turn.yaw, 0, 0.1F);
  EXPECT_NEAR(turn.roll, 0, 0.1F);
}

class HeadPoseTurns : public testing::TestWithParam<float> {};
INSTANTIATE_TEST_SUITE_P(BothWays, HeadPoseTurns, testing::Values(-25.0F, -10.0F, 10.0F, 25.0F));

// The synthetic nose protrudes a tenth less than the mean face's, so the measured turn is a tenth smaller.
TEST_P(HeadPoseTurns, YawIsFoundWithinAFifth) {
  const float yaw = head_pose(kFar.project(synthetic_face(), {GetParam(), 0, 0})).yaw;
  EXPECT_NEAR(yaw / GetParam(), 0.9F, 0.1F);
}

TEST_P(HeadPoseTurns, ChangeOfPitchIsFoundWithinAFifth) {
  const float still = head_pose(kFar.project(synthetic_face(), {})).pitch;
  const float pitch = head_pose(kFar.project(synthetic_face(), {0, GetParam(), 0})).pitch;
  EXPECT_NEAR((pitch - still) / GetParam(), 0.95F, 0.15F);
}

TEST_P(HeadPoseTurns, RollIsFoundWithinADegree) {
  EXPECT_NEAR(head_pose(kFar.project(synthetic_face(), {0, 0, GetParam()})).roll, GetParam(), 1.0F);
}

TEST_P(HeadPoseTurns, FiveLandmarksTellYawToo) {
  const float yaw = head_pose(five(kFar.project(synthetic_face(), {GetParam(), 0, 0}))).yaw;
  EXPECT_NEAR(yaw / GetParam(), 0.9F, 0.15F);
}

TEST_P(HeadPoseTurns, AFlatPictureThatIsTurnedDoesNotLookLikeATurnedHead) {
  const float still = head_pose(kFar.project(flattened(synthetic_face()), {})).yaw;
  EXPECT_NEAR(head_pose(kFar.project(flattened(synthetic_face()), {GetParam(), 0, 0})).yaw, still, 1.0F);
}

TEST(HeadPose, PointsInOnePlaceAreNotTurned) {
  const camera::Turn turn = head_pose(std::vector<camera::Vec2>(68, camera::Vec2{5, 5}));
  EXPECT_EQ(turn.yaw, 0);
  EXPECT_EQ(turn.pitch, 0);
  EXPECT_EQ(turn.roll, 0);
}

TEST(EyeOpenness, IsTheHeightOfTheLidsOverTheirWidth) {
  // Points at the angles of a regular hexagon on an ellipse of 28 x 10: lids at 60 degrees are 10 * sin(60)
  // apart.
  EXPECT_NEAR(eye_openness(kFar.project(synthetic_face(), {})), 10 * 0.866F / 28, 0.005F);
}

TEST(EyeOpenness, FiveLandmarksDoNotTell) {
  EXPECT_TRUE(std::isnan(eye_openness(five(kFar.project(synthetic_face(), {})))));
}

}  // namespace landmarks_test
}  // namespace uketsuke::reader
