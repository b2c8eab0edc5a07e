#include "scenarios/loader/matrix.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace matrix_test {

std::string without_date(const std::string& more) {
  return "scenario: x\ntitle: { ja: 例, en: x }\npatient: sato-hanako\nsite: clinic-default\n" + more;
}

const std::string kEnd = "script: [insert_card]\nexpect: { reception: aborted }\n";

TEST(Matrix, ExpandsToEveryCombinationTheLastAxisFastest) {
  const auto cases = cases_of(
      "scenario: x\ntitle: { ja: 例, en: x }\npatient: sato-hanako\n"
      "matrix:\n  date: [2024-10-06, 2024-10-07]\n  site: [clinic-default, hospital-all]\n" +
      kEnd);
  ASSERT_EQ(cases.size(), 4u);
  EXPECT_EQ(cases[0].id, "x/date=2024-10-06,site=clinic-default");
  EXPECT_EQ(cases[1].id, "x/date=2024-10-06,site=hospital-all");
  EXPECT_EQ(cases[3].id, "x/date=2024-10-07,site=hospital-all");
  EXPECT_EQ(cases[3].site->id, "hospital-all");
  EXPECT_EQ(format_date(cases[3].date), "2024-10-07");
  EXPECT_EQ(cases[3].parameters[0], (std::pair<std::string, std::string>{"date", "2024-10-07"}));
}

TEST(Matrix, WithoutItThereIsOneCaseNamedAsTheScenario) {
  const auto cases = cases_of(scenario_with(kEnd));
  ASSERT_EQ(cases.size(), 1u);
  EXPECT_EQ(cases[0].id, "x");
  EXPECT_TRUE(cases[0].parameters.empty());
}

TEST(Matrix, EveryCaseHasASeedOfItsOwn) {
  std::set<std::uint64_t> seeds;
  for (const Case& c : cases_of(without_date("matrix: { date: [2024-10-06, 2024-10-07] }\n" + kEnd))) {
    seeds.insert(c.seed);
  }
  EXPECT_EQ(seeds.size(), 2u);
}

TEST(Matrix, ParameterIsPutIntoGivenScriptAndExpect) {
  const auto cases =
      cases_of(scenario_with("matrix: { tries: [1, 2], way: [pin] }\n"
                             "given: { pin_tries_left: \"${tries}\" }\n"
                             "script: [insert_card, choose: \"${way}\", wait: \"${tries}s\"]\n"
                             "expect: { pin_tries_left: \"${tries}\", shows: [\"enter_${way}\"] }\n"));
  ASSERT_EQ(cases.size(), 2u);
  EXPECT_EQ(cases[1].given.pin_tries_left, 2);
  EXPECT_EQ(std::get<step::Choose>(cases[1].script[1].action).method, record::Method::pin);
  EXPECT_EQ(std::get<step::Wait>(cases[1].script[2].action).duration, std::chrono::seconds(2));
  EXPECT_EQ(cases[1].script[2].text, "wait: 2s");
  EXPECT_EQ(cases[1].expect.pin_tries_left, 2);
  EXPECT_EQ(cases[1].expect.shows, std::vector<record::Screen>{record::Screen::enter_pin});
}

TEST(Matrix, TwoParametersMayStandInOneValue) {
  const auto cases =
      cases_of(scenario_with("matrix: { whole: [1, 2], part: [5] }\nexpect: { reception: aborted }\n"
                             "script: [insert_card, wait: \"${whole}.${part}s\"]\n"));
  EXPECT_EQ(std::get<step::Wait>(cases[1].script[1].action).duration, std::chrono::milliseconds(2500));
}

TEST(Matrix, ParameterMayStandInAKey) {
  const auto cases =
      cases_of(scenario_with("matrix: { what: [PharmacistsInfo, OperationInfo] }\n"
                             "script: [insert_card]\nexpect: { consents: { \"${what}\": not_asked } }\n"));
  EXPECT_EQ(cases[1].expect.consents.count(record::Category::operation_info), 1u);
}

TEST(Matrix, KeysThatBecomeEqualAreAnError) {
  EXPECT_EQ(error_of(scenario_with("matrix: { what: [PharmacistsInfo] }\nscript: [insert_card]\n"
                                   "expect: { consents: { \"${what}\": given, PharmacistsInfo: given } }\n")),
            "t.yaml:10:41: the key \"PharmacistsInfo\" stands twice in this map once the matrix is put in");
}

TEST(Matrix, ErrorInAParameterPointsToWhereItIsUsed) {
  EXPECT_EQ(
      error_of(scenario_with("matrix: { tries: [4] }\ngiven: { pin_tries_left: \"${tries}\" }\n" + kEnd)),
      "t.yaml:9:26: expected a number from 0 to 3, found 4");
}

TEST(Matrix, ErrorInAnAxisThatSetsAKeyPointsToTheAxis) {
  EXPECT_EQ(error_of(without_date("matrix: { date: [2024-10-06, 2024-02-30] }\n" + kEnd)),
            "t.yaml:5:30: \"2024-02-30\" is not a day of the calendar (write 2024-10-07)");
}

TEST(Matrix, AxisThatNothingReadsIsAnError) {
  const auto error = failure([] { cases_of(scenario_with("matrix: { weather: [rain] }\n" + kEnd)); });
  EXPECT_EQ(error.problem, InputProblem::unknown_key);
  EXPECT_EQ(error.what,
            "t.yaml:8:11: nothing reads the axis \"weather\" (write ${weather} where its value belongs)");
}

TEST(Matrix, MisspeltAxisGetsASuggestion) {
  EXPECT_EQ(error_of(without_date("matrix: { dates: [2024-10-07] }\n" + kEnd)),
            "t.yaml:5:11: nothing reads the axis \"dates\" (did you mean \"date\"?)");
}

TEST(Matrix, UnknownParameterGetsASuggestion) {
  const auto error = failure([] {
    cases_of(scenario_with("matrix: { tries: [1] }\ngiven: { pin_tries_left: \"${trie}\" }\n" + kEnd));
  });
  EXPECT_EQ(error.problem, InputProblem::unknown_name);
  EXPECT_EQ(error.what, "t.yaml:9:26: no axis gives ${trie} a value (did you mean \"${tries}\"?)");
}

TEST(Matrix, ParameterWithoutItsEndIsAnError) {
  EXPECT_EQ(
      error_of(scenario_with("matrix: { tries: [1] }\ngiven: { pin_tries_left: \"${tries\" }\n" + kEnd)),
      "t.yaml:9:26: \"${\" without its \"}\"");
}

TEST(Matrix, KeyBothHereAndInTheMatrixIsAnError) {
  EXPECT_EQ(error_of(scenario_with("matrix: { date: [2024-10-06] }\n" + kEnd)),
            "t.yaml:5:7: \"date\" stands both here and in the matrix; leave one out");
}

TEST(Matrix, WithoutAxisIsAnError) {
  EXPECT_EQ(error_of(scenario_with("matrix: {}\n" + kEnd)), "t.yaml:8:9: the matrix has no axis");
}

TEST(Matrix, AxisWithoutValueIsAnError) {
  EXPECT_EQ(error_of(scenario_with("matrix: { tries: [] }\n" + kEnd)),
            "t.yaml:8:18: the axis \"tries\" has no value");
}

TEST(Matrix, AxisThatIsNoListIsAnError) {
  EXPECT_EQ(error_of(scenario_with("matrix: { tries: 1 }\n" + kEnd)),
            "t.yaml:8:18: expected a list, found a single value");
}

TEST(Matrix, ValueTwiceIsAnError) {
  EXPECT_EQ(error_of(scenario_with("matrix: { tries: [1, 1] }\n" + kEnd)),
            "t.yaml:8:22: \"1\" stands twice on the axis \"tries\"");
}

TEST(Matrix, ValueThatWouldSpoilTheCaseNameIsAnError) {
  EXPECT_EQ(error_of(scenario_with("matrix: { tries: [../1] }\n" + kEnd)),
            "t.yaml:8:19: a value of an axis stands in the case's name: it may not be empty nor contain / , "
            "= or $");
}

TEST(Matrix, NameOfAnAxisIsAWord) {
  EXPECT_EQ(error_of(scenario_with("matrix: { Tries left: [1] }\n" + kEnd)),
            "t.yaml:8:11: \"Tries left\" is not a name of an axis (small letters, digits and _)");
}

TEST(Matrix, MoreThanTenThousandCasesAreTooMany) {
  std::string axes;
  for (const char* name : {"a", "b", "c", "d", "e"}) {
    axes += std::string("  ") + name + ": [1, 2, 3, 4, 5, 6, 7]\n";  // 7^5 = 16,807
  }
  EXPECT_EQ(error_of(scenario_with("matrix:\n" + axes + kEnd)),
            "t.yaml:13:3: more than 10000 cases in one scenario");
}

}  // namespace matrix_test
}  // namespace uketsuke::scenario
