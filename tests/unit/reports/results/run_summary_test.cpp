#include "reports/results/run_summary.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace run_summary_test {

using namespace testing;
using record::RequirementClass;
using record::Result;

std::vector<RequirementInfo> catalogue() {
  return {{"A-01", {"甲", "a"}, RequirementClass::required, ""},
          {"B-02", {"乙", "b"}, RequirementClass::required, ""},
          {"C-03", {"丙", "c"}, RequirementClass::recommended, ""}};
}

RequirementCoverage only(const CaseResult& result) {
  RunSummary summary(catalogue());
  summary.add(result);
  return summary.coverage()[0];
}

TEST(RunSummary, CountsCasesByResult) {
  RunSummary summary;
  summary.add(passed("a"));
  summary.add(passed("b"));
  summary.add(ended("c", Result::skipped));
  EXPECT_EQ(summary.counts().of(Result::pass), 2U);
  EXPECT_EQ(summary.counts().of(Result::skipped), 1U);
  EXPECT_EQ(summary.counts().total(), 3U);
}

TEST(RunSummary, ExercisedWithoutAFindingIsPassed) {
  CaseResult result = failed("a", "B-02");
  result.exercised = {"A-01", "B-02"};
  EXPECT_EQ(only(result).passed, 1U);
}

TEST(RunSummary, FindingFailsItsRequirement) {
  CaseResult result = failed("a", "A-01");
  result.exercised = {"A-01"};
  EXPECT_EQ(only(result).failed, 1U);
  EXPECT_EQ(only(result).passed, 0U);
}

TEST(RunSummary, RecommendationMissedInAPassingCaseIsCounted) {
  CaseResult result = passed("a");
  result.findings = {{"C-03", RequirementClass::recommended, "missed", std::nullopt, {}}};
  RunSummary summary(catalogue());
  summary.add(result);
  EXPECT_EQ(summary.coverage()[2].failed, 1U);
}

TEST(RunSummary, CaseThatNamesARequirementWithoutReachingItDoesNotExerciseIt) {
  CaseResult result = passed("a");
  result.requirements = {"A-01"};
  EXPECT_EQ(only(result).not_exercised, 1U);
  EXPECT_FALSE(only(result).exercised());
}

TEST(RunSummary, CaseThatBrokeOffProvesNothing) {
  CaseResult result = ended("a", Result::error);
  result.exercised = {"A-01"};
  EXPECT_FALSE(only(result).exercised());
}

TEST(RunSummary, FindingThatIsInconclusiveDoesNotFailARequirement) {
  CaseResult result = failed("a", "A-01");
  result.result = Result::inconclusive;
  EXPECT_EQ(only(result).failed, 0U);
  EXPECT_FALSE(only(result).exercised());
}

TEST(RunSummary, OnlyRequiredRequirementsCountAsRequired) {
  CaseResult result = passed("a");
  result.exercised = {"A-01", "C-03", "UNKNOWN-99"};
  RunSummary summary(catalogue());
  summary.add(result);
  EXPECT_EQ(summary.required(), 2U);
  EXPECT_EQ(summary.required_exercised(), 1U);
}

TEST(RunSummary, SuitesStandInOrderOfAppearance) {
  RunSummary summary;
  for (const char* suite : {"z.yaml", "a.yaml", "z.yaml"}) summary.add(passed("x", suite));
  ASSERT_EQ(summary.suites().size(), 2U);
  EXPECT_EQ(summary.suites()[0].file, "z.yaml");
  EXPECT_EQ(summary.suites()[0].counts.total(), 2U);
  EXPECT_EQ(summary.suites()[0].simulated, std::chrono::seconds(4));
}

TEST(RunSummary, OneFailureOutweighsEverything) {
  RunSummary summary;
  for (const Result result : {Result::pass, Result::error, Result::fail, Result::inconclusive})
    summary.add(ended("x", result));
  EXPECT_EQ(summary.result(), Result::fail);
}

TEST(RunSummary, SkippedCasesDoNotSpoilAPass) {
  RunSummary summary;
  for (const Result result : {Result::skipped, Result::pass}) summary.add(ended("x", result));
  EXPECT_EQ(summary.result(), Result::pass);
}

TEST(RunSummary, RunOfSkippedCasesIsNoPass) {
  RunSummary summary;
  summary.add(ended("x", Result::skipped));
  EXPECT_EQ(summary.result(), Result::skipped);
}

}  // namespace run_summary_test
}  // namespace uketsuke::reports
