#include "reports/accuracy/error_rates.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "tests/unit/reports/accuracy/scores.h"

namespace uketsuke::accuracy {
namespace error_rates_test {

using support::any_set;
using support::brute_fmr;
using support::brute_fnmr;

const ScoreSet kHand{{0.9, 0.7, 0.4, 0.8}, {0.1, 0.5, 0.3, 0.2, 0.6}, {}, {}};

TEST(ErrorRates, AScoreAtTheThresholdMatches) {
  const ErrorRates rates(kHand);
  EXPECT_EQ(rates.false_matches(0.5).errors, 2u);      // 0.5 and 0.6
  EXPECT_EQ(rates.false_non_matches(0.7).errors, 1u);  // 0.4, not 0.7
}

TEST(ErrorRates, TrialsAreTheScoresOfTheirKind) {
  const ErrorRates rates(kHand);
  EXPECT_EQ(rates.false_matches(0.5).trials, 5u);
  EXPECT_EQ(rates.false_non_matches(0.5).trials, 4u);
}

TEST(ErrorRates, ThresholdAtAnFmrIsJustAboveTheHighestImpostorThatMustNotMatch) {
  const ErrorRates rates(kHand);
  EXPECT_EQ(rates.threshold_at_fmr(0.2), std::nextafter(0.5F, 1.0F));  // 0.6 may match: one of five
  EXPECT_EQ(rates.threshold_at_fmr(0.4), std::nextafter(0.3F, 1.0F));
  EXPECT_EQ(rates.threshold_at_fmr(0.0),
            std::nextafter(0.6F, 1.0F));  // and not as high as the next genuine score
}

TEST(ErrorRates, WhereEveryImpostorMayMatchTheThresholdIsTheLowestScore) {
  EXPECT_EQ(ErrorRates(kHand).threshold_at_fmr(1), 0.1);
}

TEST(ErrorRates, TiedImpostorsFallTogether) {
  const ErrorRates rates(ScoreSet{{0.9}, {0.5, 0.5, 0.5, 0.1}, {}, {}});
  EXPECT_EQ(rates.threshold_at_fmr(0.5), std::nextafter(0.5F, 1.0F));  // at 0.5 three of four would match
}

TEST(ErrorRates, AThresholdHeldAsAFloatStillRefusesItsImpostor) {
  const double score = 0.1F;
  EXPECT_GT(static_cast<float>(*ErrorRates(ScoreSet{{0.9}, {score}, {}, {}}).threshold_at_fmr(0)), 0.1F);
}

// 0.29 * 100 is 28.999999999999996.
TEST(ErrorRates, AWholeNumberOfAllowedErrorsIsNotLostToRounding) {
  ScoreSet set{{2}, {}, {}, {}};
  for (int i = 0; i < 100; ++i) set.impostor.push_back(i / 100.0);
  const ErrorRates rates(set);
  EXPECT_EQ(rates.false_matches(*rates.threshold_at_fmr(0.29)).errors, 29u);
}

TEST(ErrorRates, EqualErrorWhereACornerLiesOnTheDiagonal) {
  // At 0.5: one of four impostors matches, one of four genuine does not.
  const ErrorRates rates(ScoreSet{{0.4, 0.6, 0.7, 0.8}, {0.5, 0.3, 0.2, 0.1}, {}, {}});
  EXPECT_DOUBLE_EQ(rates.equal_error()->rate, 0.25);
  EXPECT_DOUBLE_EQ(rates.equal_error()->threshold, 0.5);
}

TEST(ErrorRates, EqualErrorBetweenTwoCornersIsOnTheLineThatJoinsThem) {
  // Thresholds 0.4 -> (FMR 2/5, FNMR 0), 0.5 -> (2/5, 1/4), 0.6 -> (1/5, 1/4): the last step crosses at 1/4.
  const auto equal = ErrorRates(kHand).equal_error();
  EXPECT_DOUBLE_EQ(equal->rate, 0.25);
  EXPECT_DOUBLE_EQ(equal->threshold, 0.575);
}

TEST(ErrorRates, SeparateScoresHaveNoEqualError) {
  EXPECT_DOUBLE_EQ(ErrorRates(ScoreSet{{0.8, 0.9}, {0.1, 0.2}, {}, {}}).equal_error()->rate, 0);
}

TEST(ErrorRates, ScoresTheWrongWayRoundAreAllErrors) {
  EXPECT_DOUBLE_EQ(ErrorRates(ScoreSet{{0.1, 0.2}, {0.8, 0.9}, {}, {}}).equal_error()->rate, 1);
}

TEST(ErrorRates, OneScoreForEverythingIsAsGoodAsTossingACoin) {
  EXPECT_DOUBLE_EQ(ErrorRates(ScoreSet{{0.5, 0.5, 0.5}, {0.5}, {}, {}}).equal_error()->rate, 0.5);
}

TEST(ErrorRates, WithoutScoresThereIsNoThreshold) {
  EXPECT_EQ(ErrorRates(ScoreSet{}).threshold_at_fmr(0.1), std::nullopt);
}

TEST(ErrorRates, WithoutImpostorsThereIsNoEqualError) {
  EXPECT_FALSE(ErrorRates(ScoreSet{{0.5}, {}, {}, {}}).equal_error());
}

TEST(ErrorRates, ANumberThatIsNoneIsRefused) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THROW(ErrorRates(ScoreSet{{none}, {}, {}, {}}), std::invalid_argument);
}

RC_GTEST_PROP(ErrorRates, AgreesWithCountingAtAnyThreshold, ()) {
  const ScoreSet set = any_set();
  const ErrorRates rates(set);
  const double threshold = *rc::gen::inRange(-120, 121) / 100.0;
  RC_ASSERT(rates.false_matches(threshold).rate() == brute_fmr(set, threshold));
  RC_ASSERT(rates.false_non_matches(threshold).rate() == brute_fnmr(set, threshold));
}

RC_GTEST_PROP(ErrorRates, NoLowerScoreKeepsTheFmr, ()) {
  const ScoreSet set = any_set();
  const ErrorRates rates(set);
  const double fmr = *rc::gen::inRange(0, 101) / 100.0;
  const double threshold = *rates.threshold_at_fmr(fmr);
  RC_ASSERT(brute_fmr(set, threshold) <= fmr + 1e-9);
  for (const auto* scores : {&set.genuine, &set.impostor}) {
    for (const double lower : *scores) {
      if (lower < threshold) RC_ASSERT(brute_fmr(set, lower) > fmr);
    }
  }
}

RC_GTEST_PROP(ErrorRates, EqualErrorLiesBetweenTheRatesAtEitherSide, ()) {
  const ScoreSet set = any_set();
  const ErrorRates rates(set);
  const auto equal = rates.equal_error();
  double lowest = 1;   // of the larger of the two rates: no threshold makes both smaller than the EER
  double highest = 0;  // of the smaller rate
  for (const double threshold : rates.thresholds()) {
    const double fmr = brute_fmr(set, threshold);
    const double fnmr = brute_fnmr(set, threshold);
    lowest = std::min(lowest, std::max(fmr, fnmr));
    highest = std::max(highest, std::min(fmr, fnmr));
  }
  RC_ASSERT(equal->rate <= lowest + 1e-12);
  RC_ASSERT(equal->rate >= highest - 1e-12);
}

TEST(Evidence, RuleOf3NeedsThreeHundredThousandForOneInAHundredThousand) {
  EXPECT_EQ(trials_for_rule_of_3(1e-5), 300000u);
}

TEST(Evidence, RuleOf30NeedsThreeMillionForOneInAHundredThousand) {
  EXPECT_EQ(trials_for_rule_of_30(1e-5), 3000000u);
}

TEST(Evidence, FewerThanTheRuleOf3IsTooFew) {
  EXPECT_EQ(evidence_for(1e-3, 2999), Evidence::too_few);
  EXPECT_EQ(evidence_for(1e-3, 3000), Evidence::weak);
}

TEST(Evidence, TheRuleOf30MakesItSound) {
  EXPECT_EQ(evidence_for(1e-3, 29999), Evidence::weak);
  EXPECT_EQ(evidence_for(1e-3, 30000), Evidence::sound);
}

}  // namespace error_rates_test
}  // namespace uketsuke::accuracy
