#include "harness/case_job.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "harness/devices/null_device.h"
#include "harness/loading.h"
#include "reports/results/results_json.h"
#include "tests/unit/harness/failing_device.h"

namespace uketsuke::harness {
namespace case_job_test {

using record::Result;
using testing::HasSubstr;

class BoxInMemory : public process::Outbox {
 public:
  void write_record(std::string_view bytes) override { record += bytes; }
  void write_result(std::string_view bytes) override { result += bytes; }
  char* note() override { return note_.data(); }

  std::string record;
  std::string result;

 private:
  std::string note_ = std::string(process::kNoteBytes, '\0');
};

const Loading& loading() {
  static const Loading all = load_names(UKETSUKE_SOURCE_DIR);
  return all;
}

scenario::Case some_case() {
  return CasesById(UKETSUKE_SOURCE_DIR).find("leaflet-pin-before-reform").value();
}

struct Ran {
  reports::CaseResult result;
  std::string record;
};

Ran run(const scenario::Case& test_case, dut::DeviceSource& devices) {
  BoxInMemory box;
  run_case(test_case, {devices, loading().catalogue, loading().rules, UKETSUKE_SOURCE_DIR}, box);
  return {reports::case_from_json(nlohmann::json::parse(box.result)), box.record};
}

TEST(RunCase, OnADeviceThatReportsNothingIsInconclusive) {
  NullSource devices;
  const Ran ran = run(some_case(), devices);
  EXPECT_EQ(ran.result.result, Result::inconclusive);
  ASSERT_EQ(ran.result.findings.size(), 1u);
  EXPECT_EQ(ran.result.findings[0].message, "the device reported nothing");
  EXPECT_TRUE(ran.result.exercised.empty());
}

TEST(RunCase, KeepsTheRecordLineByLine) {
  NullSource devices;
  const Ran ran = run(some_case(), devices);
  EXPECT_THAT(ran.record, testing::StartsWith(
                              R"({"case":"leaflet-pin-before-reform","device":"null","record":"uketsuke")"));
  EXPECT_THAT(ran.record, HasSubstr(R"("kind":"step_failed")"));
}

TEST(RunCase, IsSkippedIfTheDeviceLacksACapability) {
  scenario::Case needy = some_case();
  needy.needs = {scenario::Capability::pin_pad, scenario::Capability::smartphone};
  FailingSource devices("", {scenario::Capability::pin_pad, scenario::Capability::camera});
  const Ran ran = run(needy, devices);
  EXPECT_EQ(ran.result.result, Result::skipped);
  ASSERT_EQ(ran.result.findings.size(), 1u);
  EXPECT_EQ(ran.result.findings[0].message, "the device has no smartphone");
  EXPECT_EQ(ran.record, "");
}

class EveryCapability : public testing::TestWithParam<scenario::Capability> {};

TEST_P(EveryCapability, ThatIsMissingSkipsACaseWithThatNeed) {
  scenario::Case needy = some_case();
  needy.needs = {GetParam()};
  std::set<scenario::Capability> others = FailingDevice::everything();
  others.erase(GetParam());
  FailingSource devices("", others);
  EXPECT_EQ(run(needy, devices).result.result, Result::skipped);
}

INSTANTIATE_TEST_SUITE_P(All, EveryCapability, testing::ValuesIn(FailingDevice::everything()));

class FailsIn : public testing::TestWithParam<const char*> {};

TEST_P(FailsIn, GivesAnErrorThatNamesTheMethod) {
  const std::string method = GetParam();
  FailingSource devices(method);
  const Ran ran = run(some_case(), devices);
  EXPECT_EQ(ran.result.result, Result::error);
  ASSERT_EQ(ran.result.findings.size(), 1u);
  const std::string call = method == "source capabilities" ? "capabilities" : method;
  EXPECT_EQ(ran.result.findings[0].message, "the device failed in " + call + "(): the cable is out");
}

INSTANTIATE_TEST_SUITE_P(EveryMethod, FailsIn,
                         testing::Values("source capabilities", "open", "begin", "record", "apply", "advance",
                                         "now", "end", "capabilities"));

TEST(Describe, NamesASuiteOfTheProductByItsPathBelowTheData) {
  const reports::CaseResult result = describe(some_case(), UKETSUKE_SOURCE_DIR);
  EXPECT_EQ(result.suite_file, "scenarios/suites/leaflet-pin.yaml");
  EXPECT_GT(result.line, 0);
}

TEST(Describe, NamesAnotherSuiteByItsWholePath) {
  scenario::Case one = some_case();
  one.place.file = "/elsewhere/mine.yaml";
  EXPECT_EQ(describe(one, UKETSUKE_SOURCE_DIR).suite_file, "/elsewhere/mine.yaml");
}

}  // namespace case_job_test
}  // namespace uketsuke::harness
