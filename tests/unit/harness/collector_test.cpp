#include "harness/collector.h"

#include <gmock/gmock.h>

#include <csignal>
#include <sstream>

#include "reports/results/results_file.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::harness {
namespace collector_test {

using record::Result;

class NoProgress : public reports::Progress {
 public:
  void add(Result) override { ++seen; }
  void clear() override {}
  void finish() override {}
  int seen = 0;
};

class Collecting : public testing::Test {
 protected:
  TemporaryFolder there;
  OutputFolder folder{there.path()};
  reports::ResultsWriter results{folder.results(), {}};
  reports::RunSummary summary{{}};
  NoProgress progress;
  std::ostringstream console;
  reports::Style style;
  Collector collector{{"/data", folder, results, summary, progress, console, style}};

  static scenario::Case case_called(const std::string& id) {
    scenario::Case one;
    one.id = one.scenario = id;
    one.place = {"/data/suites/s.yaml", 7, 0};
    return one;
  }
  void take(std::size_t index, const std::string& id, bool complete = true, int signal = 0) {
    reports::CaseResult result;
    result.id = result.scenario = id;
    process::Outcome outcome;
    outcome.index = index;
    outcome.complete = complete;
    outcome.signal = signal;
    outcome.record = "1\n2\n3\n4\n5\n6\n7\n";
    if (complete) outcome.result = reports::case_line(result);
    collector.take(std::move(outcome), [id] { return case_called(id); });
  }
  std::vector<reports::CaseResult> written() {
    results.commit({});
    reports::ResultsReader reader(folder.results());
    std::vector<reports::CaseResult> all;
    while (auto one = reader.next()) all.push_back(*one);
    return all;
  }
};

TEST_F(Collecting, ResultsAreInTheOrderOfTheCases) {
  take(2, "c");
  take(0, "a");
  take(1, "b");
  const auto all = written();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].id, "a");
  EXPECT_EQ(all[1].id, "b");
  EXPECT_EQ(all[2].id, "c");
  EXPECT_EQ(progress.seen, 3);
}

TEST_F(Collecting, WaitingResultsAreWrittenAfterAnInterruption) {
  take(2, "c");
  take(0, "a");
  collector.flush();
  const auto all = written();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[1].id, "c");
}

TEST_F(Collecting, ACaseThatCrashedIsAnErrorWithTheSignalAndItsLastEvents) {
  take(0, "a", false, SIGSEGV);
  const auto all = written();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].id, "a");
  EXPECT_EQ(all[0].suite_file, "suites/s.yaml");
  EXPECT_EQ(all[0].result, Result::error);
  EXPECT_EQ(all[0].crash, "the process of the case crashed (SIGSEGV, Segmentation fault)\n3\n4\n5\n6\n7\n");
  EXPECT_THAT(console.str(), testing::StartsWith("ERROR a"));
}

TEST_F(Collecting, ACaseThatTookTooLongSaysSo) {
  take(0, "a", false, SIGALRM);
  EXPECT_THAT(written()[0].findings[0].message, testing::HasSubstr("took too long (SIGALRM)"));
}

TEST_F(Collecting, ACaseWithoutAResultIsAnErrorAndNeverAPass) {
  take(0, "a", false, 0);
  const auto all = written();
  EXPECT_EQ(all[0].result, Result::error);
  EXPECT_THAT(all[0].crash, testing::HasSubstr("ended without a result"));
  EXPECT_EQ(summary.result(), Result::error);
}

TEST_F(Collecting, RecordsAreKeptAsTheyCame) {
  take(0, "a/b=1");
  EXPECT_EQ(written()[0].record_path, "a~b=1.jsonl");
}

}  // namespace collector_test
}  // namespace uketsuke::harness
