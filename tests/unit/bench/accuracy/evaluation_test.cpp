#include "bench/accuracy/evaluation.h"

#include <gmock/gmock.h>

#include "base/error.h"
#include "tests/unit/bench/accuracy/four_pictures.h"

namespace uketsuke::bench {
namespace evaluation_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(EvaluateMeasurement, SortsScoresByKind) {
  const Evaluation evaluation = FourPictures().evaluated();
  EXPECT_THAT(evaluation.scores.genuine, UnorderedElementsAre(0.9, 0.8));
  EXPECT_THAT(evaluation.scores.impostor, UnorderedElementsAre(0.2, 0.4));
  EXPECT_EQ(evaluation.persons, 2U);
  EXPECT_EQ(evaluation.pictures, 4U);
  EXPECT_EQ(evaluation.planned, 4U);
}

TEST(EvaluateMeasurement, NamesMatcherAndSource) {
  FourPictures four;
  EXPECT_EQ(four.evaluated().matcher, "test 1 (opencv)");
  EXPECT_EQ(four.evaluated().source, "faces");
  four.options.matcher.library = "/opt/matcher.so";
  four.options.pairs = "pairs.txt";
  EXPECT_EQ(four.evaluated().matcher, "test 1 (matcher.so)");
  EXPECT_EQ(four.evaluated().source, "faces, pairs of pairs.txt");
}

// Scores 0.2 and 0.4 of impostors, 0.8 and 0.9 genuine: at 0.3 one impostor of two matches, at 0.85 one
// genuine of two does not.
TEST(EvaluateMeasurement, CountsErrorsAtGivenThresholds) {
  FourPictures four;
  four.options.thresholds = {0.3, 0.85};
  const Evaluation evaluation = four.evaluated();
  ASSERT_EQ(evaluation.rates.size(), 2U);
  EXPECT_EQ(evaluation.rates[0].fmr.errors, 1U);
  EXPECT_EQ(evaluation.rates[0].fmr.trials, 2U);
  EXPECT_EQ(evaluation.rates[0].fnmr.errors, 0U);
  EXPECT_EQ(evaluation.rates[1].fmr.errors, 0U);
  EXPECT_EQ(evaluation.rates[1].fnmr.errors, 1U);
  EXPECT_FALSE(evaluation.rates[0].asked_fmr);
}

TEST(EvaluateMeasurement, FindsTheThresholdOfAnFmr) {
  FourPictures four;
  four.options.fmr = {0.5, 0};
  const Evaluation evaluation = four.evaluated();
  EXPECT_NEAR(evaluation.rates.at(0).threshold, 0.2, 1e-6);
  EXPECT_EQ(evaluation.rates.at(0).fmr.errors, 1U);
  EXPECT_NEAR(evaluation.rates.at(1).threshold, 0.4, 1e-6);
  EXPECT_EQ(evaluation.rates.at(1).fmr.errors, 0U);
  EXPECT_EQ(evaluation.rates.at(1).evidence, accuracy::Evidence::too_few) << "no number of trials shows 0";
}

TEST(EvaluateMeasurement, AReferenceThatWasNotEnrolledIsAFailureToEnrol) {
  FourPictures four;
  four.measurement.pictures[0].enrolled = false;
  four.measurement.pictures[0].note = "no face in it";
  four.measurement.comparisons[0].score.reset();
  four.measurement.comparisons[1].score.reset();
  const Evaluation evaluation = four.evaluated();
  EXPECT_EQ(evaluation.scores.failure_to_enrol.errors, 1U);
  EXPECT_EQ(evaluation.scores.failure_to_enrol.trials, 2U);
  ASSERT_EQ(evaluation.not_enrolled.size(), 1U);
  EXPECT_EQ(evaluation.not_enrolled[0].name, "a/card.png");
  EXPECT_EQ(evaluation.not_enrolled[0].text, "no face in it");
  EXPECT_EQ(evaluation.without_score, 0U) << "they were not tried";
}

TEST(EvaluateMeasurement, AProbeWithoutAFaceIsAFailureToAcquireAndNoResponse) {
  FourPictures four;
  four.measurement.pictures[1].face = false;
  four.measurement.comparisons[0].score.reset();
  four.measurement.comparisons[2].score.reset();
  const Evaluation evaluation = four.evaluated();
  EXPECT_EQ(evaluation.scores.failure_to_acquire.errors, 1U);
  EXPECT_EQ(evaluation.scores.failure_to_acquire.trials, 2U);
  EXPECT_EQ(evaluation.bona_fide.non_responses, 1U);
  EXPECT_THAT(evaluation.bona_fide.liveness, ElementsAre(0.75));
}

TEST(EvaluateMeasurement, AnUnreadablePictureCountsInNoRate) {
  FourPictures four;
  four.measurement.pictures[1].unusable = "cut off";
  four.measurement.comparisons[0].score.reset();
  four.measurement.comparisons[2].score.reset();
  const Evaluation evaluation = four.evaluated();
  EXPECT_EQ(evaluation.scores.failure_to_acquire.trials, 1U);
  ASSERT_EQ(evaluation.unusable.size(), 1U);
  EXPECT_EQ(evaluation.unusable[0].text, "cut off");
  EXPECT_THAT(evaluation.not_acquired, IsEmpty());
}

TEST(EvaluateMeasurement, AComparisonThatWasTriedInVainIsNamed) {
  FourPictures four;
  four.measurement.comparisons[1] = {std::nullopt, "compare failed"};
  const Evaluation evaluation = four.evaluated();
  EXPECT_EQ(evaluation.without_score, 1U);
  ASSERT_EQ(evaluation.failures.size(), 1U);
  EXPECT_EQ(evaluation.failures[0].name, "a/card.png with b/1.png");
  EXPECT_EQ(evaluation.failures[0].text, "compare failed");
}

TEST(EvaluateMeasurement, AttacksAreCountedByKind) {
  FourPictures four;
  four.attacks.persons = {"mask", "screen"};
  four.attacks.pictures = {{"mask/1.png", "mask/1.png", 0, false},
                           {"screen/1.png", "screen/1.png", 1, false},
                           {"screen/2.png", "screen/2.png", 1, false}};
  PictureState seen;
  seen.examined = true;
  seen.face = true;
  seen.liveness = 0.1;
  PictureState unseen;
  unseen.examined = true;
  unseen.face = false;
  four.measurement.attacks = {seen, seen, unseen};
  const Evaluation evaluation = four.evaluated();
  EXPECT_THAT(evaluation.attacks.at("mask").liveness, ElementsAre(0.1));
  EXPECT_EQ(evaluation.attacks.at("screen").non_responses, 1U);
}

TEST(EvaluateMeasurement, ExtremesAreTheWorstFirst) {
  const Evaluation evaluation = FourPictures().evaluated();
  ASSERT_EQ(evaluation.lowest_genuine.size(), 2U);
  EXPECT_EQ(evaluation.lowest_genuine[0].score, 0.8);
  EXPECT_EQ(evaluation.lowest_genuine[0].reference, "b/card.png");
  EXPECT_EQ(evaluation.highest_impostor[0].score, 0.4);
  EXPECT_EQ(evaluation.highest_impostor[0].probe, "a/1.png");
}

TEST(EvaluateMeasurement, AtMostTwentyExtremesAreNamed) {
  FourPictures four;
  for (int i = 0; i < 40; ++i) {
    four.plan.comparisons.push_back({0, 1, true, 0});
    four.measurement.comparisons.push_back({0.5 + 0.001 * i, ""});
  }
  const Evaluation evaluation = four.evaluated();
  EXPECT_EQ(evaluation.lowest_genuine.size(), 20U);
  EXPECT_DOUBLE_EQ(evaluation.lowest_genuine.back().score, 0.519);
}

// 4 comparisons in 0.2 s by two processes: 0.1 s of one process each.
TEST(EvaluateMeasurement, TimeIsThatOfOneProcess) {
  FourPictures four;
  four.measurement.seconds = 0.2;
  four.measurement.comparisons_made = 4;
  four.options.jobs = 2;
  EXPECT_DOUBLE_EQ(four.evaluated().milliseconds, 100);
  four.options.jobs = 100;
  EXPECT_DOUBLE_EQ(four.evaluated().milliseconds, 200) << "no more processes than comparisons work";
  four.measurement.comparisons_made = 0;
  EXPECT_EQ(four.evaluated().milliseconds, 0);
}

TEST(EvaluateMeasurement, FoldsAreScoredUnlessTheRunWasInterrupted) {
  FourPictures four;
  four.plan.folds = 2;
  four.plan.comparisons[2].fold = four.plan.comparisons[3].fold = 1;
  ASSERT_TRUE(four.evaluated().folds);
  EXPECT_DOUBLE_EQ(four.evaluated().folds->mean, 1.0);
  four.measurement.interrupted = true;
  EXPECT_FALSE(four.evaluated().folds);
}

TEST(EvaluateMeasurement, WithoutAScoreOfEachKindItSaysWhatWentWrong) {
  FourPictures four;
  four.measurement.comparisons[0].score.reset();
  four.measurement.comparisons[3].score.reset();
  four.measurement.pictures[1].face = four.measurement.pictures[3].face = false;
  four.measurement.pictures[1].note = "no face found";
  try {
    four.evaluated();
    ADD_FAILURE();
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), InputProblem::empty);
    EXPECT_THAT(error.what(),
                HasSubstr("faces: too few comparisons to compute rates: 0 genuine and 2 impostor "
                          "comparisons gave a score (0 pictures cannot be read, 0 of 2 references were "
                          "not enrolled, 2 of 2 probes have no face)\na/1.png: no face found"));
  }
}

}  // namespace evaluation_test
}  // namespace uketsuke::bench
