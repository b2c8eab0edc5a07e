#include "harness/run.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "base/error.h"
#include "base/exit_code.h"
#include "harness/devices/null_device.h"
#include "reports/results/results_file.h"
#include "tests/unit/harness/failing_device.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::harness {
namespace run_test {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Running : public testing::Test {
 protected:
  TemporaryFolder there;
  std::ostringstream console;
  RunOptions options = wanted();

  RunOptions wanted() {
    RunOptions some;
    some.data = UKETSUKE_SOURCE_DIR;
    some.out = there.path() / "out";
    some.selection.filter = "^leaflet-pin";
    some.jobs = 2;
    return some;
  }
  int run(dut::DeviceSource& devices) { return run_scenarios(options, devices, {console, {}}); }
  std::string refusal(dut::DeviceSource& devices) {
    try {
      (void)run(devices);
    } catch (const InputError& error) {
      return error.what();
    }
    return "accepted";
  }
};

TEST_F(Running, OnANullDeviceEveryCaseIsInconclusiveAndTheRunFails) {
  NullSource devices;
  EXPECT_EQ(run(devices), kFail);
  reports::ResultsReader reader(options.out / "results.jsonl");
  EXPECT_EQ(reader.run().device, "null");
  std::size_t cases = 0;
  while (const auto one = reader.next()) {
    ++cases;
    EXPECT_EQ(one->result, record::Result::inconclusive) << one->id;
  }
  EXPECT_GT(cases, 1u);
  EXPECT_THAT(console.str(), HasSubstr(std::to_string(cases) + " inconclusive; 0 of "));
}

TEST_F(Running, WritesEveryReportByDefault) {
  NullSource devices;
  (void)run(devices);
  for (const char* file : {"results.jsonl", "junit.xml", "report.html"})
    EXPECT_TRUE(fs::is_regular_file(options.out / file)) << file;
}

TEST_F(Running, WritesOnlyTheReportsThatAreAskedFor) {
  options.reports = {"junit=" + (there.path() / "ci.xml").string()};
  NullSource devices;
  (void)run(devices);
  EXPECT_TRUE(fs::is_regular_file(there.path() / "ci.xml"));
  EXPECT_FALSE(fs::exists(options.out / "junit.xml"));
  EXPECT_FALSE(fs::exists(options.out / "report.html"));
  EXPECT_THAT(console.str(), testing::Not(HasSubstr("required requirements exercised")));
}

TEST_F(Running, ADeviceThatFailsInEachCaseEndsTheRunWithTheHarnessCode) {
  FailingSource devices("begin");
  EXPECT_EQ(run(devices), kHarness);
  EXPECT_THAT(console.str(), HasSubstr("the device failed in begin(): the cable is out"));
}

TEST_F(Running, TheDeviceIsPreparedForTheWantedCasesAndNoOthers) {
  options.selection.filter = "^leaflet-pin-before-reform$";
  FailingSource devices;
  (void)run(devices);
  EXPECT_THAT(devices.prepared, testing::ElementsAre("leaflet-pin-before-reform"));
}

TEST_F(Running, ABadReportPathIsFoundBeforeAnyCaseIsPrepared) {
  options.reports = {"html=/nonexistent/r.html"};
  FailingSource devices;
  EXPECT_THAT(refusal(devices), HasSubstr("/nonexistent/r.html cannot be written"));
  EXPECT_TRUE(devices.prepared.empty());
}

TEST_F(Running, RefusesTracesOfADeviceThatCannotWriteThem) {
  options.trace = true;
  NullSource devices;
  EXPECT_EQ(refusal(devices), "--trace: the device \"null\" cannot write traces; leave out --trace");
  EXPECT_FALSE(fs::exists(options.out));
}

TEST_F(Running, ResultsDoNotDependOnTheNumberOfJobsOrTheOrder) {
  NullSource devices;
  (void)run(devices);
  std::ostringstream first;
  first << std::ifstream(options.out / "records/leaflet-pin-before-reform.jsonl").rdbuf();
  options.jobs = 1;
  options.shuffle = true;
  (void)run(devices);
  std::ostringstream second;
  second << std::ifstream(options.out / "records/leaflet-pin-before-reform.jsonl").rdbuf();
  EXPECT_EQ(first.str(), second.str());
  EXPECT_NE(first.str(), "");
}

}  // namespace run_test
}  // namespace uketsuke::harness
