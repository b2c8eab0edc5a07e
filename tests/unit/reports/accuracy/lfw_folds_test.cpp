#include "reports/accuracy/lfw_folds.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace uketsuke::accuracy {
namespace lfw_folds_test {

TEST(LfwFolds, AFoldIsScoredWithTheThresholdOfTheOthers) {
  // Fold 0 alone would choose 0.3 and fold 1 alone 0.7; each is scored with the other's.
  const auto result = fold_accuracy({{0, true, 0.4}, {0, false, 0.2}, {1, true, 0.8}, {1, false, 0.6}});
  EXPECT_DOUBLE_EQ(result->thresholds[0], 0.7);
  EXPECT_DOUBLE_EQ(result->thresholds[1], 0.3);
  EXPECT_DOUBLE_EQ(result->folds[0], 0.5);  // 0.4 is missed
  EXPECT_DOUBLE_EQ(result->folds[1], 0.5);  // 0.6 is accepted
}

TEST(LfwFolds, StandardErrorIsOfTheMeanOverFolds) {
  // Accuracies 1, 1 and 0.5: mean 5/6, deviation sqrt(1/12) = 0.288675, by sqrt(3) 1/6.
  const auto result = fold_accuracy(
      {{0, true, 0.9}, {0, false, 0.1}, {1, true, 0.9}, {1, false, 0.1}, {2, true, 0.9}, {2, false, 0.9}});
  EXPECT_NEAR(result->mean, 5.0 / 6, 1e-12);
  EXPECT_NEAR(result->standard_error, 1.0 / 6, 1e-12);
}

TEST(LfwFolds, APairWithoutScoreIsCalledDifferent) {
  const auto result =
      fold_accuracy({{0, true, std::nullopt}, {0, false, std::nullopt}, {1, true, 1}, {1, false, 0}});
  EXPECT_DOUBLE_EQ(result->folds[0], 0.5);
}

TEST(LfwFolds, OneFoldHasNoOthers) { EXPECT_FALSE(fold_accuracy({{0, true, 1}, {0, false, 0}})); }

TEST(LfwFolds, AnEmptyFoldIsNoAccuracy) { EXPECT_FALSE(fold_accuracy({{0, true, 1}, {2, false, 0}})); }

std::vector<ScoredPair> any_pairs(int folds) {
  std::vector<ScoredPair> pairs;
  for (int i = *rc::gen::inRange(folds, 40); i > 0; --i) {
    pairs.push_back({i % folds, *rc::gen::arbitrary<bool>(), *rc::gen::inRange(0, 20) / 20.0});
  }
  return pairs;
}

// On the other folds, the threshold is as good as the best of all, tried one by one.
RC_GTEST_PROP(LfwFolds, NoThresholdIsBetterOnTheOtherFolds, ()) {
  const int folds = *rc::gen::inRange(2, 5);
  const std::vector<ScoredPair> pairs = any_pairs(folds);
  const auto result = fold_accuracy(pairs);
  const auto right = [&](int left_out, double threshold) {
    int count = 0;
    for (const ScoredPair& pair : pairs) {
      if (pair.fold != left_out && (*pair.score >= threshold) == pair.same) ++count;
    }
    return count;
  };
  for (int fold = 0; fold < folds; ++fold) {
    const int reached = right(fold, result->thresholds[static_cast<std::size_t>(fold)]);
    for (int step = 0; step <= 21; ++step) RC_ASSERT(reached >= right(fold, step / 20.0 - 0.025));
  }
}

RC_GTEST_PROP(LfwFolds, AccuracyOfAFoldIsCountedAtItsThreshold, ()) {
  const int folds = *rc::gen::inRange(2, 5);
  const std::vector<ScoredPair> pairs = any_pairs(folds);
  const auto result = fold_accuracy(pairs);
  for (int fold = 0; fold < folds; ++fold) {
    double right = 0;
    double count = 0;
    for (const ScoredPair& pair : pairs) {
      if (pair.fold != fold) continue;
      ++count;
      if ((*pair.score >= result->thresholds[static_cast<std::size_t>(fold)]) == pair.same) ++right;
    }
    RC_ASSERT(result->folds[static_cast<std::size_t>(fold)] == right / count);
  }
}

}  // namespace lfw_folds_test
}  // namespace uketsuke::accuracy
