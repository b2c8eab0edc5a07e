#include "reports/results/results_json.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/unit/reports/support.h"

namespace uketsuke::reports {
namespace results_json_test {

using Json = nlohmann::json;
using testing::failed;
using testing::passed;

RunInfo some_run() {
  return {"0.1.0",
          "camera-slot",
          18446744073709551615U,
          date::sys_days{date::year{2026} / 4 / 1} + std::chrono::hours(9),
          {"suites", "a b"}};
}

TEST(ResultsJson, ARunComesBackAsItWas) {
  const RunInfo back = run_from_json(to_json(some_run()));
  EXPECT_EQ(back.program, "0.1.0");
  EXPECT_EQ(back.device, "camera-slot");
  EXPECT_EQ(back.seed, 18446744073709551615U) << "the largest seed";
  EXPECT_EQ(back.start, some_run().start);
  EXPECT_EQ(back.paths, some_run().paths);
}

TEST(ResultsJson, ACaseComesBackAsItWas) {
  CaseResult result = failed("a/date=2024-10-07");
  result.requirements = {"LIMIT-02"};
  result.tags = {"限度額"};
  result.parameters = {{"site", "clinic"}, {"date", "2024-10-07"}};  // axes keep their order
  result.exercised = {"B", "A"};
  result.crash = "SIGSEGV\nlast";
  result.record_path = "a.jsonl";
  const CaseResult back = case_from_json(to_json(result));
  EXPECT_EQ(to_json(back), to_json(result));
  EXPECT_EQ(back.parameters, result.parameters);
  EXPECT_EQ(back.simulated, std::chrono::seconds(2));
  ASSERT_EQ(back.findings.size(), 1U);
  EXPECT_EQ(back.findings[0].sequence, 3U);
  EXPECT_EQ(back.findings[0].time, std::chrono::milliseconds(14200));
}

TEST(ResultsJson, AFindingWithoutAnEventHasNoSequence) {
  CaseResult result = passed("a");
  result.findings.push_back({"X-1", record::RequirementClass::recommended, "m", std::nullopt, {}});
  EXPECT_FALSE(to_json(result.findings[0]).contains("sequence"));
  EXPECT_FALSE(case_from_json(to_json(result)).findings.at(0).sequence);
}

TEST(ResultsJson, TimesAreInNanoseconds) {
  CaseResult result = passed("a");
  result.simulated = std::chrono::milliseconds(1);
  EXPECT_EQ(to_json(result).at("simulated"), 1'000'000);
}

TEST(ResultsJson, WordsAreThoseOfTheRecord) {
  CaseResult result = failed("a");
  EXPECT_EQ(to_json(result).at("result"), "fail");
  EXPECT_EQ(to_json(result).at("findings").at(0).at("class"), "required");
}

TEST(ResultsJson, ARequirementIsShownInBothLanguages) {
  const RequirementInfo requirement{
      "CONSENT-07", {"同意", "consent"}, record::RequirementClass::informational, "leaflet"};
  EXPECT_EQ(to_json(requirement), Json::parse(R"({"id": "CONSENT-07", "text": {"ja": "同意", "en": "consent"},
                                                  "class": "informational", "source": "leaflet"})"));
}

TEST(ResultsJson, AMissingKeyIsAnError) {
  const Json whole = to_json(failed("a"));
  for (const auto& [key, value] : whole.items()) {
    Json part = whole;
    part.erase(key);
    EXPECT_THROW(case_from_json(part), Json::exception) << key;
  }
  const Json run = to_json(some_run());
  for (const auto& [key, value] : run.items()) {
    Json part = run;
    part.erase(key);
    EXPECT_THROW(run_from_json(part), Json::exception) << key;
  }
}

TEST(ResultsJson, AWordThatIsNoResultIsNamed) {
  Json json = to_json(passed("a"));
  json["result"] = "passed";
  try {
    case_from_json(json);
    ADD_FAILURE();
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), "unknown word \"passed\"");
  }
}

TEST(ResultsJson, AStartThatIsNoTimeIsAnError) {
  Json json = to_json(some_run());
  json["start"] = "yesterday";
  EXPECT_THROW(run_from_json(json), std::invalid_argument);
}

TEST(ResultsJson, ANumberInPlaceOfATextIsAnError) {
  Json json = to_json(passed("a"));
  json["case"] = 7;
  EXPECT_THROW(case_from_json(json), Json::exception);
}

// RFC 8259, 8.1: JSON is UTF-8; U+FFFD stands for what is not.
TEST(ResultsJson, BytesThatAreNotUtf8AreReplaced) {
  EXPECT_EQ(dump(Json{{"a", "x\xFFy"}}), "{\"a\":\"x\xEF\xBF\xBDy\"}");
}

TEST(ResultsJson, IsOneLineInUtf8) { EXPECT_EQ(dump(Json{{"題", "a\nb"}}), "{\"題\":\"a\\nb\"}"); }

}  // namespace results_json_test
}  // namespace uketsuke::reports
