#include "reader_model/face_engine/detection/face_tracker.h"

#include <gtest/gtest.h>

#include <limits>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace uketsuke::reader::face_engine {
namespace face_tracker_test {

const cv::Size kFrame{640, 480};
const FoundFace kFace{{200, 100, 100, 120}, 0.9F};

/// Points between the corners of a rectangle.
Landmarks points_in(const Box& box) {
  Landmarks landmarks;
  for (std::size_t i = 0; i < landmarks.size(); ++i) {
    const float along = static_cast<float>(i) / static_cast<float>(landmarks.size() - 1);
    landmarks[i] = {box.x + along * box.width, box.y + along * box.height};
  }
  return landmarks;
}

// Position of the landmarks in kFace: 10 from each side, 20 from top and bottom.
const Box kTight{210, 120, 80, 80};

/// A picture that no shift or rotation maps onto itself.
cv::Mat pattern(int seed) {
  cv::Mat small(8, 8, CV_8UC1);
  cv::RNG(static_cast<std::uint64_t>(seed)).fill(small, cv::RNG::UNIFORM, 0, 256);
  cv::Mat crop;
  cv::resize(small, crop, {64, 64}, 0, 0, cv::INTER_CUBIC);
  return crop;
}

FaceTracker started(int frames_between = 10) {
  FaceTracker tracker(frames_between);
  tracker.start(kFace, points_in(kTight), pattern(1), kFrame);
  return tracker;
}

TEST(FaceTracker, ExpectsNothingBeforeAFaceWasDetected) { EXPECT_FALSE(FaceTracker(10).expected(kFrame)); }

TEST(FaceTracker, LooksFirstWhereTheDetectorFoundTheFace) {
  EXPECT_EQ(started().expected(kFrame), kFace.box);
}

TEST(FaceTracker, ExpectsNothingInAFrameOfAnotherSize) { EXPECT_FALSE(started().expected({480, 640})); }

TEST(FaceTracker, MovesTheBoxWithTheLandmarks) {
  FaceTracker tracker = started();
  ASSERT_TRUE(tracker.follow(points_in(kTight + cv::Point2f(12, -5)), pattern(1)));
  EXPECT_EQ(tracker.expected(kFrame), kFace.box + cv::Point2f(12, -5));
}

TEST(FaceTracker, ScalesTheBoxWithTheLandmarks) {
  FaceTracker tracker = started();
  ASSERT_TRUE(tracker.follow(points_in({210, 120, 88, 88}), pattern(1)));
  const Box box = tracker.expected(kFrame).value_or(Box());
  EXPECT_NEAR(box.width, 110, 1e-3);
  EXPECT_NEAR(box.height, 132, 1e-3);
}

TEST(FaceTracker, GivesTheDetectorsConfidenceWhileTheCropStaysTheSame) {
  const auto face = started().follow(points_in(kTight), pattern(1));
  ASSERT_TRUE(face);
  EXPECT_NEAR(face->confidence, 0.9, 1e-4);
}

TEST(FaceTracker, TakesMoreOrLessLightForTheSameFace) {
  cv::Mat darker;
  pattern(1).convertTo(darker, CV_8U, 0.5, 20);
  EXPECT_TRUE(started().follow(points_in(kTight), darker));
}

TEST(FaceTracker, LosesAFaceWhoseCropHasBecomeAnotherPicture) {
  EXPECT_FALSE(started().follow(points_in(kTight), pattern(2)));
}

TEST(FaceTracker, LosesAFaceThatBecameAPlainWall) {
  EXPECT_FALSE(started().follow(points_in(kTight), cv::Mat(64, 64, CV_8UC1, cv::Scalar(80))));
}

TEST(FaceTracker, LosesAFaceWhoseBoxJumps) {
  EXPECT_FALSE(started().follow(points_in(kTight + cv::Point2f(60, 0)), pattern(1)));
}

TEST(FaceTracker, LosesAFaceWhoseLandmarksFallTogether) {
  EXPECT_FALSE(started().follow(points_in({210, 120, 0, 0}), pattern(1)));
}

TEST(FaceTracker, LosesAFaceWhoseLandmarksAreBeyondAllMeasure) {
  const float far = std::numeric_limits<float>::max();
  EXPECT_FALSE(started().follow(points_in({-far, -far, far, far}), pattern(1)));
}

TEST(FaceTracker, HasToDetectAfterALoss) {
  FaceTracker tracker = started();
  tracker.follow(points_in(kTight), pattern(2));
  EXPECT_FALSE(tracker.expected(kFrame));
}

TEST(FaceTracker, HasToDetectAfterANumberOfFrames) {
  FaceTracker tracker = started(3);  // one detected, two followed
  ASSERT_TRUE(tracker.expected(kFrame));
  tracker.follow(points_in(kTight), pattern(1));
  ASSERT_TRUE(tracker.expected(kFrame));
  tracker.follow(points_in(kTight), pattern(1));
  EXPECT_FALSE(tracker.expected(kFrame));
}

TEST(FaceTracker, FollowsNothingWhereEveryFrameIsDetected) { EXPECT_FALSE(started(1).expected(kFrame)); }

TEST(FaceTracker, ForgetsTheFaceWhenWiped) {
  FaceTracker tracker = started();
  tracker.wipe();
  EXPECT_FALSE(tracker.expected(kFrame));
}

}  // namespace face_tracker_test
}  // namespace uketsuke::reader::face_engine
