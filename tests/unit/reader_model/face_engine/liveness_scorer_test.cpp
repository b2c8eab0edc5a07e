#include "reader_model/face_engine/liveness_scorer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "tests/unit/reader_model/face_engine/fake_network.h"

namespace uketsuke::reader::face_engine {
namespace liveness_scorer_test {

/// Red 200, green 100, blue 0.
const cv::Mat kOrange(480, 640, CV_8UC3, cv::Scalar(200, 100, 0));

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
  // White to the left of x = 200: a box of 100 about x = 300 reaches from 165 to 435, so 35 of 270 are white.
  cv::Mat picture = cv::Mat::zeros(600, 600, CV_8UC1);
  picture.colRange(0, 200).setTo(255);
  Lent lent(LivenessScorer::shape());
  LivenessScorer scorer(std::move(lent.owned));
  scorer.score(picture, {250, 250, 100, 100});
  const float* row = lent.network.numbers.data() + 64 * 128;
  EXPECT_EQ(std::count_if(row, row + 128, [](float value) { return value > 127; }),
            std::lround(128 * 35.0 / 270));
}

TEST(LivenessScorer, IsTheSameForLogitsThatAreAllLarger) {
  EXPECT_NEAR(liveness({3, 1, 2}), liveness({103, 101, 102}), 1e-6F);
}

TEST(LivenessScorer, TheOtherClassesAreInterchangeable) {
  EXPECT_FLOAT_EQ(liveness({1, 2, 0}), liveness({1, 0, 2}));
}

TEST(LivenessScorer, ABoxAtTheEdgeIsPushedInside) {
  Lent lent(LivenessScorer::shape());
  LivenessScorer scorer(std::move(lent.owned));
  EXPECT_NO_THROW(scorer.score(kOrange, {-20, -20, 60, 60}));
  EXPECT_NO_THROW(scorer.score(kOrange, {600, 440, 200, 200}));
}

TEST(LivenessScorer, WipingLeavesNothingOfTheFace) {
  Lent lent(LivenessScorer::shape());
  LivenessScorer scorer(std::move(lent.owned));
  scorer.score(kOrange, {300, 200, 80, 120});
  scorer.wipe();
  EXPECT_EQ(std::count(lent.network.numbers.begin(), lent.network.numbers.end(), 0.0F),
            static_cast<long>(lent.network.numbers.size()));
}

}  // namespace liveness_scorer_test
}  // namespace uketsuke::reader::face_engine
