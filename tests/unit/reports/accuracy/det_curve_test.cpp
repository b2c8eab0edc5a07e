#include "reports/accuracy/det_curve.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <random>

#include "tests/unit/reports/accuracy/scores.h"

namespace uketsuke::accuracy {
namespace det_curve_test {

using support::any_set;
using support::brute_fmr;
using support::brute_fnmr;
using Errors = std::vector<std::pair<std::size_t, std::size_t>>;

Errors errors_of(const std::vector<DetPoint>& curve) {
  Errors errors;
  for (const DetPoint& point : curve) {
    errors.emplace_back(point.false_matches.errors, point.false_non_matches.errors);
  }
  return errors;
}

TEST(DetCurve, KeepsTheCornersAndNotTheStepsBetween) {
  // Ascending: impostor .1 .2, genuine .3 .4, impostor .5, genuine .6 .7.
  const ErrorRates rates(ScoreSet{{0.3, 0.4, 0.6, 0.7}, {0.1, 0.2, 0.5}, {}, {}});
  EXPECT_EQ(errors_of(det_curve(rates, 0)), (Errors{{3, 0}, {1, 0}, {1, 2}, {0, 2}, {0, 4}}));
}

TEST(DetCurve, ATieOfBothKindsIsASlantedStep) {
  const ErrorRates rates(ScoreSet{{0.5, 0.9}, {0.1, 0.5}, {}, {}});
  EXPECT_EQ(errors_of(det_curve(rates, 0)), (Errors{{2, 0}, {1, 0}, {0, 1}, {0, 2}}));
}

TEST(DetCurve, WithoutImpostorsThereIsNone) {
  EXPECT_TRUE(det_curve(ErrorRates(ScoreSet{{0.5}, {}, {}, {}})).empty());
}

TEST(DetCurve, AMillionScoresGiveAFewHundredPoints) {
  std::mt19937 random(1);
  std::normal_distribution<double> spread;
  ScoreSet set;
  for (int i = 0; i < 500000; ++i) {
    set.impostor.push_back(spread(random));
    set.genuine.push_back(spread(random) + 2);
  }
  const auto curve = det_curve(ErrorRates(set));
  EXPECT_GT(curve.size(), 200u);
  EXPECT_LT(curve.size(), 4000u);
}

RC_GTEST_PROP(DetCurve, EveryPointIsWhatCountingGives, ()) {
  const ScoreSet set = any_set();
  for (const DetPoint& point : det_curve(ErrorRates(set))) {
    RC_ASSERT(point.false_matches.rate() == brute_fmr(set, point.threshold));
    RC_ASSERT(point.false_non_matches.rate() == brute_fnmr(set, point.threshold));
  }
}

RC_GTEST_PROP(DetCurve, GoesFromEverythingMatchesToNothingMatches, ()) {
  const auto curve =
      det_curve(ErrorRates(any_set()), *rc::gen::elementOf(std::vector<double>{0, 0.005, 0.5}));
  RC_ASSERT(curve.front().false_matches.rate() == 1);
  RC_ASSERT(curve.front().false_non_matches.rate() == 0);
  RC_ASSERT(curve.back().false_matches.rate() == 0);
  RC_ASSERT(curve.back().false_non_matches.rate() == 1);
}

// Straight steps between the kept corners pass through every omitted point.
RC_GTEST_PROP(DetCurve, UnthinnedItPassesThroughEveryThreshold, ()) {
  const ScoreSet set = any_set();
  const ErrorRates rates(set);
  const auto curve = det_curve(rates, 0);
  for (const double threshold : rates.thresholds()) {
    const double x = brute_fmr(set, threshold);
    const double y = brute_fnmr(set, threshold);
    bool passed = false;
    for (std::size_t i = 0; i + 1 < curve.size(); ++i) {
      const double x1 = curve[i].false_matches.rate(), x2 = curve[i + 1].false_matches.rate();
      const double y1 = curve[i].false_non_matches.rate(), y2 = curve[i + 1].false_non_matches.rate();
      const bool corner = (x == x1 && y == y1) || (x == x2 && y == y2);
      const bool along_x = y1 == y2 && y == y1 && x <= x1 && x >= x2;
      const bool along_y = x1 == x2 && x == x1 && y >= y1 && y <= y2;
      passed = passed || corner || along_x || along_y;
    }
    RC_ASSERT(passed);
  }
}

}  // namespace det_curve_test
}  // namespace uketsuke::accuracy
