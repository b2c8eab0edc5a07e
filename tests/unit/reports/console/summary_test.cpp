#include "reports/console/summary.h"

#include <gmock/gmock.h>

#include <sstream>

#include "reports/console/display_width.h"
#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace summary_test {

using namespace testing;
using record::Result;
using ::testing::HasSubstr;

const Style kPlain{};
const Style kColour{true, true, 100};

std::string case_line_of(const CaseResult& result, const Style& style = kPlain) {
  std::ostringstream out;
  write_case_line(out, result, style);
  return out.str();
}

std::string summary_line(const std::vector<Result>& results, const RunEnd& end = {0.41, false}) {
  RunSummary summary;
  for (const Result result : results) summary.add(ended("x", result));
  std::ostringstream out;
  write_summary_line(out, summary, end, kPlain);
  return out.str();
}

TEST(CaseLine, SaysWhatWasExpectedWhatHappenedWhenAndWhichRequirement) {
  CaseResult result = failed("card-pulled-before-limit-question/date=2024-10-07");
  result.record_path = "limit/1.jsonl";
  EXPECT_EQ(
      case_line_of(result),
      "FAIL card-pulled-before-limit-question/date=2024-10-07  expected limit_information provided, was "
      "not_provided (14.200 s) [LIMIT-02]  records/limit/1.jsonl\n");
}

TEST(CaseLine, PassedAndSkippedCasesHaveNone) {
  EXPECT_EQ(case_line_of(passed("a")), "");
  EXPECT_EQ(case_line_of(ended("a", Result::skipped)), "");
}

TEST(CaseLine, RequiredFindingComesBeforeARecommendedOne) {
  CaseResult result = failed("a");
  result.findings.insert(result.findings.begin(),
                         {"UI-12", record::RequirementClass::recommended, "no English", std::nullopt, {}});
  EXPECT_THAT(case_line_of(result), HasSubstr("(14.200 s) [LIMIT-02] +1 more"));
}

TEST(CaseLine, CrashIsNamedByItsSignal) {
  CaseResult result = ended("a", Result::error);
  result.crash = "SIGSEGV\nlast event";
  EXPECT_EQ(case_line_of(result), "ERROR a  SIGSEGV\n");
}

TEST(CaseLine, NastyTextStaysOnOneLineAndCommandsNoTerminal) {
  CaseResult result = failed("a\nFAIL b");
  result.findings[0].message = kNasty;
  EXPECT_EQ(case_line_of(result),
            "FAIL a FAIL b  </script><b>\\x1b[31m\\x01]]>&\"'\uFFFD\uFFFD (14.200 s) [LIMIT-02]\n");
}

TEST(CaseLine, ColourGoesToTheWordOnly) {
  EXPECT_THAT(case_line_of(failed("a"), kColour), ::testing::StartsWith("\x1b[1;31mFAIL\x1b[0m a  expected"));
}

TEST(SummaryLine, NamesEveryResultThatOccurs) {
  EXPECT_EQ(summary_line({Result::pass, Result::pass, Result::fail, Result::skipped}),
            "4 cases: 2 passed, 1 failed, 1 skipped; 0.41 s\n");
}

TEST(SummaryLine, CountsInconclusiveCasesAndErrors) {
  EXPECT_EQ(summary_line({Result::inconclusive, Result::error, Result::error}),
            "3 cases: 0 passed, 1 inconclusive, 2 errors; 0.41 s\n");
}

TEST(SummaryLine, SaysHowMuchOfTheCatalogueWasExercised) {
  RunSummary summary({{"A", {}, record::RequirementClass::required, ""},
                      {"B", {}, record::RequirementClass::required, ""},
                      {"C", {}, record::RequirementClass::informational, ""}});
  CaseResult result = passed("x");
  result.exercised = {"A", "C"};
  summary.add(result);
  std::ostringstream out;
  write_summary_line(out, summary, {1.5, false}, kPlain);
  EXPECT_EQ(out.str(), "1 case: 1 passed; 1 of 2 required requirements exercised; 1.50 s\n");
}

TEST(SummaryLine, InterruptedRunSaysSo) {
  EXPECT_EQ(summary_line({Result::pass}, {0.2, true}),
            "1 case: 1 passed; 0.20 s (interrupted: not every case was run)\n");
}

TEST(Table, HasARowASuiteAndASum) {
  RunSummary summary;
  summary.add(passed("a", "suites/同意.yaml"));
  summary.add(ended("b", Result::fail));
  std::ostringstream out;
  write_table(out, summary, kPlain);
  EXPECT_EQ(out.str(),
            "suite              cases   pass   fail   inc.  error   skip    simulated\n"
            "suites/同意.yaml       1      1      ·      ·      ·      ·      2.000 s\n"
            "suites/limit.yaml      1      ·      1      ·      ·      ·      2.000 s\n"
            "all suites             2      1      1      ·      ·      ·      4.000 s\n");
}

TEST(Table, NamesRequiredRequirementsThatNoCaseExercised) {
  RunSummary summary({{"A-01", {}, record::RequirementClass::required, ""},
                      {"B-02", {}, record::RequirementClass::required, ""},
                      {"C-03", {}, record::RequirementClass::recommended, ""}});
  summary.add(passed("a"));
  std::ostringstream out;
  write_table(out, summary, kPlain);
  EXPECT_THAT(out.str(), HasSubstr("required, not exercised: A-01, B-02\n"));
}

TEST(Table, LongSuiteNameIsCutToTheWidth) {
  RunSummary summary;
  summary.add(passed("a", std::string(300, 'x')));
  std::ostringstream out;
  write_table(out, summary, {false, false, 80});
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line), 80U) << line;
}

}  // namespace summary_test
}  // namespace uketsuke::reports
