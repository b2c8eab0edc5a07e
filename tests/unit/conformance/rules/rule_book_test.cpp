#include "conformance/rules/rule_book.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "tests/unit/temporary_folder.h"

namespace uketsuke::conformance::test {
namespace rule_book_test {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

/// A temporary folder with rule files.
class RuleBook : public ::testing::Test {
 protected:
  const TemporaryFolder temporary;
  const std::filesystem::path& folder = temporary.path();

  void write(const std::string& name, const std::string& text) { std::ofstream(folder / name) << text; }

  std::string error() {
    try {
      load_rule_pages(folder);
    } catch (const InputError& error) {
      return error.what();
    }
    return "none";
  }
};

constexpr const char* kTwoPeriods = R"(periods:
  - from: 2024-01-01
    until: 2024-06-30
    source: a leaflet
    certainty: seen
    price: 1
    of: { ア: 2, list: [a, b] }
    rules:
      - { paper: old, allow: [accept] }
      - { paper: any, allow: [refuse] }
  - from: 2024-07-01
    source: another leaflet
    certainty: inferred
    price: 1
    of: { ア: 3, list: [a, b] }
    rules:
      - { paper: any, allow: [refuse] }
)";

Date day(const char* text) { return *parse_date(text); }

TEST_F(RuleBook, FlattensWhatAPeriodSays) {
  write("prices.yaml", kTwoPeriods);
  const auto book = load_rule_pages(folder);
  ASSERT_THAT(book, SizeIs(1));
  EXPECT_EQ(book[0].topic, "prices");
  EXPECT_THAT(book[0].periods.on(day("2024-06-30")),
              ElementsAre(Pair("price", "1"), Pair("of.ア", "2"), Pair("of.list", "[a, b]"),
                          Pair("", "paper: old, allow: [accept]"), Pair("", "paper: any, allow: [refuse]")));
}

TEST_F(RuleBook, SaysWhatADayChanges) {
  write("prices.yaml", kTwoPeriods);
  const auto changes = changes_between(load_rule_pages(folder), day("2024-06-30"), day("2024-07-01"));
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_THAT(changes[0].gone, ElementsAre(Pair("of.ア", "2"), Pair("", "paper: old, allow: [accept]")));
  EXPECT_THAT(changes[0].come, ElementsAre(Pair("of.ア", "3")));
  EXPECT_EQ(changes[0].source, "another leaflet");
}

TEST_F(RuleBook, SaysNothingOfDaysInOnePeriod) {
  write("prices.yaml", kTwoPeriods);
  EXPECT_THAT(changes_between(load_rule_pages(folder), day("2024-01-01"), day("2024-06-30")), IsEmpty());
}

TEST_F(RuleBook, RuleThatBeginsBetweenTheDaysComesWhole) {
  write("prices.yaml", kTwoPeriods);
  const auto changes = changes_between(load_rule_pages(folder), day("2023-12-31"), day("2024-01-01"));
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_THAT(changes[0].gone, IsEmpty());
  EXPECT_THAT(changes[0].come, SizeIs(5));
}

TEST_F(RuleBook, PeriodsThatOverlapAreRefused) {
  std::string text = kTwoPeriods;
  text.replace(text.find("2024-07-01"), 10, "2024-06-30");
  write("prices.yaml", text);
  EXPECT_THAT(error(), HasSubstr("prices.yaml:11:"));
  EXPECT_THAT(error(), HasSubstr("while the one before it"));
}

TEST_F(RuleBook, GapBetweenPeriodsIsRefused) {
  std::string text = kTwoPeriods;
  text.replace(text.find("2024-07-01"), 10, "2024-07-02");
  write("prices.yaml", text);
  EXPECT_THAT(error(), HasSubstr("no period covers 2024-07-01 to 2024-07-01"));
}

TEST_F(RuleBook, PeriodWithoutASourceOrItsCertaintyIsRefused) {
  write("prices.yaml", "periods:\n  - { from: 2024-01-01, source: x, price: 1 }\n");
  EXPECT_THAT(error(), HasSubstr("\"certainty\""));
  write("prices.yaml", "periods:\n  - { from: 2024-01-01, certainty: seen, price: 1 }\n");
  EXPECT_THAT(error(), HasSubstr("\"source\""));
}

TEST_F(RuleBook, ParametersAreListedAndAreNoRules) {
  write("parameters.yaml",
        "parameters:\n  tries: { value: [a, b], unit: times, why_unknown: { ja: 不明, en: not public } }\n");
  EXPECT_THAT(load_rule_pages(folder), IsEmpty());
  const auto list = load_parameter_list(folder);
  ASSERT_THAT(list, SizeIs(1));
  EXPECT_EQ(list[0].name, "tries");
  EXPECT_EQ(list[0].value, "[a, b]");
  EXPECT_EQ(list[0].why_unknown.en, "not public");
}

TEST(ShippedRules, ReformChangesTheFirstScreenAndTheLimit) {
  const auto changes =
      changes_between(load_rule_pages("conformance/rules"), day("2024-10-06"), day("2024-10-07"));
  ASSERT_THAT(changes, SizeIs(2));
  EXPECT_EQ(changes[0].topic, "consent");
  EXPECT_THAT(changes[0].come, ElementsAre(Pair("first_screen", "consent_all"), Pair("limit", "automatic"),
                                           Pair("specific_disease", "by_parameter")));
  EXPECT_EQ(changes[1].topic, "wording");
}

TEST(ShippedRules, EveryTimeOutIsAParameter) {
  std::vector<std::string> names;
  for (const ParameterInfo& one : load_parameter_list("conformance/rules")) names.push_back(one.name);
  for (const char* name : {"screen_time_limit", "service_patience", "card_left_after",
                           "grace_until_month_end", "consent_screen_order", "print_readings"})
    EXPECT_THAT(names, Contains(name));
}

}  // namespace rule_book_test
}  // namespace uketsuke::conformance::test
