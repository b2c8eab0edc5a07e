#include "reports/accuracy/pad_rates.h"

#include <gtest/gtest.h>

#include <cmath>

namespace uketsuke::accuracy {
namespace pad_rates_test {

const AttackKinds kKinds = {
    {"mask", {{0.2, 0.6, 0.7, 0.9}, 0}}, {"print", {{0.0, 0.1, 0.5}, 2}}, {"screen", {{}, 3}}};

TEST(PadRates, AttacksAtTheThresholdAreTakenForBonaFide) {
  EXPECT_EQ(apcer(kKinds.at("print"), 0.5).errors, 1u);
  EXPECT_EQ(apcer(kKinds.at("print"), 0.5).trials, 3u);  // two had no face
}

TEST(PadRates, BonaFideBelowTheThresholdAreTakenForAttacks) {
  EXPECT_EQ(bpcer({{0.5, 0.49, 0.9}, 1}, 0.5).errors, 1u);
}

TEST(PadRates, NonResponsesAreOutOfAllPresentations) {
  EXPECT_EQ(non_response(kKinds.at("print")).errors, 2u);
  EXPECT_EQ(non_response(kKinds.at("print")).trials, 5u);
}

TEST(PadRates, TheWeakestKindIsTheOneThatPassesMost) { EXPECT_EQ(weakest_kind(kKinds, 0.5), "mask"); }

TEST(PadRates, OfEquallyWeakKindsItIsTheFirstByName) {
  EXPECT_EQ(weakest_kind({{"b", {{1}, 0}}, {"a", {{1}, 0}}}, 0.5), "a");
}

TEST(PadRates, AKindWithoutAnswersIsNotTheWeakest) {
  EXPECT_EQ(weakest_kind({{"screen", {{}, 3}}}, 0.5), "");
}

TEST(PadRates, ThresholdAtAnApcerKeepsItForEveryKind) {
  // One of four masks may pass (25 %): above 0.7. No print may (one of three is more): above 0.5.
  const double threshold = *threshold_at_apcer(kKinds, 0.25);
  EXPECT_EQ(threshold, std::nextafter(0.7F, 1.0F));
  EXPECT_EQ(apcer(kKinds.at("mask"), threshold).errors, 1u);
  EXPECT_EQ(apcer(kKinds.at("print"), threshold).errors, 0u);
}

TEST(PadRates, AWholeNumberOfAllowedAttacksIsNotLostToRounding) {  // 0.29 * 100 is 28.999999999999996
  AttackKinds kinds;
  for (int i = 0; i < 100; ++i) kinds["print"].liveness.push_back(i / 100.0);
  EXPECT_EQ(apcer(kinds.at("print"), *threshold_at_apcer(kinds, 0.29)).errors, 29u);
}

TEST(PadRates, WithoutAnsweredAttacksThereIsNoThreshold) {
  EXPECT_EQ(threshold_at_apcer({{"screen", {{}, 3}}}, 0.1), std::nullopt);
}

}  // namespace pad_rates_test
}  // namespace uketsuke::accuracy
