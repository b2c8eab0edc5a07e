#include "bench/accuracy/report/wording.h"

#include <gmock/gmock.h>

namespace uketsuke::bench {
namespace wording_test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(EvaluationWording, APercentageHasThreeSignificantDigits) {
  EXPECT_EQ(percent(0.0167), "1.67 %");
  EXPECT_EQ(percent(0.167), "16.7 %");
  EXPECT_EQ(percent(1), "100 %");
  EXPECT_EQ(percent(0.00001234), "0.00123 %");
}

TEST(EvaluationWording, NoErrorIsZeroAndNeverHasAnExponent) {
  EXPECT_EQ(percent(0), "0 %");
  EXPECT_EQ(percent(1e-9), "0.000000100 %");
}

TEST(EvaluationWording, ACountIsErrorsOfTrials) { EXPECT_EQ(out_of({3, 180}), "3 of 180"); }

// Wilson, 95 %, for 3 of 180 by hand: p = 0.016667, z² = 3.8415, centre (p + z²/2n)/(1 + z²/n) = 0.026766,
// half width z √(p(1-p)/n + z²/4n²)/(1 + z²/n) = 0.021082: 0.568 % to 4.78 %.
TEST(EvaluationWording, AnIntervalIsWilsons) { EXPECT_EQ(interval_of({3, 180}), "0.568 to 4.78 %"); }

TEST(EvaluationWording, AnIntervalOfNoErrorsBeginsAtZero) {
  // z²/(n + z²) = 3.8415/103.8415 = 3.70 %
  EXPECT_EQ(interval_of({0, 100}), "0 to 3.70 %");
}

RatesAt at_fmr(double fmr, double threshold, accuracy::Evidence evidence, std::size_t impostors) {
  RatesAt rates;
  rates.asked_fmr = fmr;
  rates.threshold = threshold;
  rates.evidence = evidence;
  rates.fmr = {0, impostors};
  return rates;
}

TEST(EvaluationWording, ARowIsNamedByWhatWasAsked) {
  EXPECT_EQ(row_name(at_fmr(0.001, 0.4, accuracy::Evidence::sound, 1)), "FMR 0.001");
  RatesAt given;
  given.threshold = 0.4;
  EXPECT_EQ(row_name(given), "threshold 0.4");
}

// 0.40001 rounded to the nearest would be 0.4000, at which one impostor more matches.
TEST(EvaluationWording, AThresholdChosenForAnFmrIsRoundedUp) {
  EXPECT_EQ(threshold_text(at_fmr(0.001, 0.40001, accuracy::Evidence::sound, 1)), "0.4001");
  RatesAt given;
  given.threshold = 0.40001;
  EXPECT_EQ(threshold_text(given), "0.4000");
}

TEST(EvaluationWording, SoundEvidenceAndGivenThresholdsNeedNoWarning) {
  EXPECT_EQ(evidence_text(at_fmr(0.001, 0.4, accuracy::Evidence::sound, 100000)), "");
  RatesAt given;
  given.evidence = accuracy::Evidence::too_few;
  EXPECT_EQ(evidence_text(given), "");
}

// Rule of 30: 30 / 0.001 = 30,000 trials; rule of 3: 3 / 0.001 = 3,000 (ISO/IEC 19795-1, annex B).
TEST(EvaluationWording, WeakEvidenceSaysHowManyTrialsThereShouldBe) {
  EXPECT_EQ(evidence_text(at_fmr(0.001, 0.4, accuracy::Evidence::weak, 5000)),
            "order of magnitude only: 5000 of the 30000 impostor comparisons that the rule of 30 requires");
  EXPECT_EQ(evidence_text(at_fmr(0.001, 0.4, accuracy::Evidence::too_few, 500)),
            "too few impostors to state FMR 0.001: 500 of the 3000 comparisons that the rule of 3 requires");
}

TEST(EvaluationWording, AnFmrOfZeroCannotBeShown) {
  EXPECT_EQ(evidence_text(at_fmr(0, 0.4, accuracy::Evidence::too_few, 500)),
            "no number of impostor comparisons shows an FMR of 0");
}

TEST(EvaluationWording, WithoutAttacksThereIsNoRowOfThem) {
  EXPECT_THAT(pad_rows({}), IsEmpty());
  EXPECT_THAT(bpcer_at_apcer({}), IsEmpty());
}

}  // namespace wording_test
}  // namespace uketsuke::bench
