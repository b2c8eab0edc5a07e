#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/core.hpp>

#include "reader_model/face_engine/detection/landmark_finder.h"
#include "reader_model/face_engine/embedder.h"
#include "reader_model/face_engine/face_error.h"
#include "reader_model/face_engine/liveness_scorer.h"
#include "tests/unit/reader_model/face_engine/fake_network.h"

namespace uketsuke::reader::face_engine {
namespace stages_test {

/// Red 200, green 100, blue 0.
const cv::Mat kOrange(480, 640, CV_8UC3, cv::Scalar(200, 100, 0));

TEST(LandmarkFinder, PutsPointsInUnitsOfTheBox) {
  Lent lent(LandmarkFinder::shape());
  lent.network.outputs[0][2 * 30] = 0.5F;
  lent.network.outputs[0][2 * 30 + 1] = 0.25F;
  const Landmarks landmarks = LandmarkFinder(std::move(lent.owned)).find(kOrange, {100, 200, 80, 120});
  EXPECT_EQ(landmarks[30], cv::Point2f(140, 230));
  EXPECT_EQ(landmarks[0], cv::Point2f(100, 200));
}

TEST(LandmarkFinder, FeedsGreyOf256Steps) {
  Lent lent(LandmarkFinder::shape());
  LandmarkFinder finder(std::move(lent.owned));
  finder.find(cv::Mat(100, 100, CV_8UC1, cv::Scalar(64)), {10, 10, 50, 50});
  EXPECT_EQ(lent.network.numbers.front(), 0.25F);
}

TEST(LandmarkFinder, MakesGreyOfColoursAsTelevisionDoes) {
  Lent lent(LandmarkFinder::shape());
  LandmarkFinder finder(std::move(lent.owned));
  finder.find(kOrange, {10, 10, 50, 50});
  // ITU-R BT.601: 0.299 * 200 + 0.587 * 100 = 118.5
  EXPECT_NEAR(lent.network.numbers.front() * 256, 118.5, 0.51);
}

TEST(LandmarkFinder, UsesTheCropThatWasPushedInside) {
  Lent lent(LandmarkFinder::shape());
  const Landmarks landmarks = LandmarkFinder(std::move(lent.owned)).find(kOrange, {-30, 400, 80, 120});
  EXPECT_EQ(landmarks[0], cv::Point2f(0, 360));
}

float liveness(const std::vector<float>& logits) {
  Lent lent(LivenessScorer::shape());
  lent.network.outputs[0] = logits;
  return LivenessScorer(std::move(lent.owned)).score(kOrange, {300, 200, 80, 120});
}

TEST(LivenessScorer, GivesAThirdToThreeEqualClasses) { EXPECT_FLOAT_EQ(liveness({4, 4, 4}), 1.0F / 3); }

TEST(LivenessScorer, ReadsTheFirstClass) {
  EXPECT_FLOAT_EQ(liveness({1, 0, 0}), std::exp(1.0F) / (std::exp(1.0F) + 2));
}

TEST(LivenessScorer, StandsLogitsWhoseExponentialIsInfinite) {
  EXPECT_EQ(liveness({5000, 0, -5000}), 1);
  EXPECT_EQ(liveness({-5000, 0, 5000}), 0);
}

TEST(LivenessScorer, FeedsBlueFirstInBytes) {
  Lent lent(LivenessScorer::shape());
  LivenessScorer scorer(std::move(lent.owned));
  scorer.score(kOrange, {300, 200, 80, 120});
  EXPECT_EQ(lent.network.numbers[0], 0);
  EXPECT_EQ(lent.network.numbers[128 * 128], 100);
  EXPECT_EQ(lent.network.numbers[2 * 128 * 128], 200);
}

TEST(LivenessScorer, LooksAt2_7TimesTheBox) {
  // White to the left of x = 200: a box of 100 about x = 300 extends from 165 to 435, so 35 of 270 are white.
  cv::Mat picture = cv::Mat::zeros(600, 600, CV_8UC1);
  picture.colRange(0, 200).setTo(255);
  Lent lent(LivenessScorer::shape());
  LivenessScorer scorer(std::move(lent.owned));
  scorer.score(picture, {250, 250, 100, 100});
  const float* row = lent.network.numbers.data() + 64 * 128;
  EXPECT_EQ(std::count_if(row, row + 128, [](float value) { return value > 127; }),
            std::lround(128 * 35.0 / 270));
}

const cv::Mat kChip(112, 112, CV_8UC3, cv::Scalar(255, 0, 0));

TEST(Embedder, MakesAVectorOfLengthOne) {
  Lent lent(Embedder::shape());
  lent.network.outputs[0][0] = 3;
  lent.network.outputs[0][511] = -4;
  Template made{};
  Embedder(std::move(lent.owned)).embed(kChip, made);
  EXPECT_FLOAT_EQ(made[0], 0.6F);
  EXPECT_FLOAT_EQ(made[511], -0.8F);
}

TEST(Embedder, FeedsBlueFirst) {
  Lent lent(Embedder::shape());
  lent.network.outputs[0][0] = 1;
  Embedder embedder(std::move(lent.owned));
  Template made{};
  embedder.embed(kChip, made);
  EXPECT_EQ(lent.network.numbers.front(), -1);  // (0 - 127.5) / 127.5
  EXPECT_EQ(lent.network.numbers.back(), 1);
}

TEST(Embedder, RefusesAVectorWithoutDirection) {
  Lent lent(Embedder::shape());
  Embedder embedder(std::move(lent.owned));
  Template made{};
  EXPECT_THROW(embedder.embed(kChip, made), FaceError);
}

TEST(Similarity, IsTheCosineOfTwoTemplates) {
  Template a{};
  Template b{};
  a[3] = 1;
  b[3] = 0.6F;
  b[4] = 0.8F;
  EXPECT_FLOAT_EQ(similarity(a, b), 0.6F);
}

TEST(Similarity, NeverLeavesItsRange) {
  Template a{};
  a[0] = 1.0001F;
  EXPECT_EQ(similarity(a, a), 1);
}

}  // namespace stages_test
}  // namespace uketsuke::reader::face_engine
