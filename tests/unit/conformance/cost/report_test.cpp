#include "conformance/cost/report.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/unit/conformance/cost/ask.h"

namespace uketsuke::conformance::cost::test {
namespace report_test {

using testing::HasSubstr;

TEST(CostText, HasAmountsFormulaAndSources) {
  const std::string report = as_text(ask(text("ウ", "1000000")));
  EXPECT_THAT(report, HasSubstr("ウ (A03), school age to 69, 2024-11-01\n"));
  EXPECT_THAT(report,
              HasSubstr("ceiling                     87,430  80,100 + (1,000,000 - 267,000) × 1 %\n"));
  EXPECT_THAT(report, HasSubstr("refund                     212,570"));
  EXPECT_THAT(report, HasSubstr("ceilings 2018-08-01 to 2026-07-31 [seen]: "));
  EXPECT_THAT(report, HasSubstr("shares   2022-10-01 to 2025-09-30 [seen]: "));
}

TEST(CostText, SaysThatARuleIsOnlyPlanned) {
  const std::string report = as_text(ask(text("ウ", "1000000", "2026-11-29")));
  EXPECT_THAT(report, HasSubstr("ceilings 2026-08-01 to further notice [inferred]: PLANNED"));
}

TEST(CostText, SaysWhereSenWereRounded) {
  EXPECT_THAT(as_text(ask(text("ウ", "364520"))), HasSubstr("× 1 %, to the nearest yen"));
  EXPECT_THAT(as_text(ask(text("ウ", "200000"))), HasSubstr("80,100 (costs up to 267,000 add nothing)"));
}

TEST(CostJson, HasNumbersAndTheRules) {
  const auto json = nlohmann::json::parse(as_json(ask(text("ウ", "1000000"))));
  EXPECT_EQ(json["paid"], 87'430);
  EXPECT_EQ(json["share"], 300'000);
  EXPECT_EQ(json["refund"], 212'570);
  EXPECT_EQ(json["class"], "ウ");
  EXPECT_EQ(json["code"], "A03");
  EXPECT_EQ(json["age_group"], "to_69");
  EXPECT_EQ(json["rules"]["ceilings"]["from"], "2018-08-01");
  EXPECT_EQ(json["rules"]["ceilings"]["certainty"], "seen");
}

TEST(CostJson, AnAgeThatDoesNotMatterIsNull) {
  EXPECT_TRUE(nlohmann::json::parse(as_json(ask(text("現役並みⅡ", "1000"))))["age_group"].is_null());
}

}  // namespace report_test
}  // namespace uketsuke::conformance::cost::test
