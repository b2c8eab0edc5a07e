#include "reports/results/results_file.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "base/error.h"
#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace results_file_test {

using namespace testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class ResultsFile : public InFolder {};

TEST_F(ResultsFile, HeaderIsOneCanonicalLine) {
  EXPECT_EQ(
      header_line(run()),
      "{\"device\":\"camera-slot\",\"paths\":[\"suites\"],\"program\":\"0.1.0\",\"results\":\"uketsuke\","
      "\"seed\":7,\"start\":\"2026-04-01T09:00:00\",\"version\":1}\n");
}

TEST_F(ResultsFile, CaseIsOneCanonicalLine) {
  CaseResult result = failed("limit/date=2024-10-07");
  result.requirements = {"LIMIT-02"};
  result.tags = {"limit"};
  result.parameters = {{"date", "2024-10-07"}};
  result.exercised = {"LIMIT-02", "FLOW-01"};
  result.record_path = "limit.jsonl";
  EXPECT_EQ(case_line(result),
            "{\"case\":\"limit/date=2024-10-07\",\"crash\":\"\",\"exercised\":[\"FLOW-01\",\"LIMIT-02\"],"
            "\"findings\":[{\"class\":\"required\",\"message\":\"expected limit_information provided, was "
            "not_provided\",\"requirement\":\"LIMIT-02\",\"sequence\":3,\"time\":14200000000}],\"line\":14,"
            "\"parameters\":[{\"name\":\"date\",\"value\":\"2024-10-07\"}],\"record\":\"limit.jsonl\","
            "\"requirements\":[\"LIMIT-02\"],\"result\":\"fail\",\"scenario\":\"limit/date=2024-10-07\","
            "\"simulated\":2000000000,\"suite\":\"suites/limit.yaml\",\"tags\":[\"limit\"],"
            "\"title\":{\"en\":\"title\",\"ja\":\"題\"},\"wall\":0.5}\n");
}

TEST_F(ResultsFile, WhatWasWrittenIsReadBackLineForLine) {
  CaseResult full = failed("full");
  full.requirements = {"LIMIT-02", "FLOW-11"};
  full.tags = {"限度額"};
  full.parameters = {{"date", "2024-10-07"}, {"site", "clinic"}};
  full.exercised = {"LIMIT-02"};
  full.record_path = "full.jsonl";
  full.findings.push_back({"", record::RequirementClass::informational, "no event", std::nullopt, {}});
  CaseResult crash = ended("crash", record::Result::error);
  crash.crash = "SIGSEGV\nlast event";
  const std::vector<CaseResult> cases = {full, crash, ended("skipped", record::Result::skipped),
                                         ended("unclear", record::Result::inconclusive)};
  ResultsReader reader(results(cases));
  EXPECT_EQ(header_line(reader.run()), header_line(run()));
  for (const CaseResult& expected : cases) {
    const auto found = reader.next();
    ASSERT_TRUE(found);
    EXPECT_EQ(case_line(*found), case_line(expected));
  }
  EXPECT_FALSE(reader.next());
}

TEST_F(ResultsFile, EndLineSaysHowTheRunEnded) {
  ResultsReader reader(results({passed("a")}));
  while (reader.next()) {
  }
  EXPECT_DOUBLE_EQ(reader.end().wall_seconds, 0.41);
  EXPECT_FALSE(reader.end().interrupted);
}

TEST_F(ResultsFile, FileWithoutAnEndLineCountsAsInterrupted) {
  write("cut.jsonl", header_line(run()) + case_line(passed("a")));
  ResultsReader reader(folder / "cut.jsonl");
  while (reader.next()) {
  }
  EXPECT_TRUE(reader.end().interrupted);
}

TEST_F(ResultsFile, ReaderGoesBackToACase) {
  ResultsReader reader(results({passed("a"), passed("b"), passed("c")}));
  reader.next();
  const auto second = reader.position();
  reader.next();
  reader.next();
  reader.next();
  reader.seek(second);
  EXPECT_EQ(reader.next()->id, "b");
}

TEST_F(ResultsFile, BytesThatAreNoTextDoNotBreakTheLine) {
  CaseResult nasty = passed("nasty");
  nasty.title.en = kNasty;
  ResultsReader reader(results({nasty}));
  EXPECT_EQ(reader.next()->title.en, "</script><b>\x1b[31m\x01]]>&\"'\xEF\xBF\xBD\xE2\x80\xAE");
}

TEST_F(ResultsFile, SecondCaseOfTheSameIdIsAMistakeOfTheCaller) {
  ResultsWriter writer(folder / "results.jsonl", run());
  writer.add(passed("a"));
  EXPECT_THROW(writer.add(passed("a")), std::logic_error);
}

TEST_F(ResultsFile, NothingAppearsBeforeCommit) {
  ResultsWriter writer(folder / "results.jsonl", run());
  writer.add(passed("a"));
  EXPECT_THAT(files(), Not(::testing::Contains("results.jsonl")));
}

TEST_F(ResultsFile, FullDiskIsASystemErrorAndLeavesNothing) {
  fill_disk_under("results.jsonl");
  EXPECT_THROW(results({passed("a")}), SystemError);
  EXPECT_THAT(files(), ElementsAre());
}

TEST_F(ResultsFile, FileInPlaceOfTheFolderIsASystemError) {
  write("file", "");
  EXPECT_THROW(ResultsWriter(folder / "file" / "results.jsonl", run()), SystemError);
}

TEST_F(ResultsFile, OtherVersionIsRefusedWithBothNumbers) {
  write("new.jsonl", "{\"results\":\"uketsuke\",\"version\":9}\n");
  try {
    ResultsReader reader(folder / "new.jsonl");
    FAIL() << "was read";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), HasSubstr("new.jsonl:1:1: version 9 is not read by this program (it reads 1)"));
  }
}

TEST_F(ResultsFile, BrokenCaseIsRefusedWithItsLine) {
  write("broken.jsonl", header_line(run()) + case_line(passed("a")) + "{\"case\":\n");
  ResultsReader reader(folder / "broken.jsonl");
  reader.next();
  try {
    reader.next();
    FAIL() << "was read";
  } catch (const InputError& error) {
    EXPECT_EQ(error.place().line, 3);
  }
}

TEST_F(ResultsFile, MissingFileIsUnreadable) {
  try {
    ResultsReader reader(folder / "none.jsonl");
    FAIL() << "was read";
  } catch (const InputError& error) {
    EXPECT_EQ(error.problem(), InputProblem::unreadable);
  }
}

}  // namespace results_file_test
}  // namespace uketsuke::reports
