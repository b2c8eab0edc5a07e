#include "scenarios/loader/substitute.h"

#include <gtest/gtest.h>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace substitute_test {

using record::Category;
using record::Screen;

const std::string kEnd = "script: [insert_card]\nexpect: { reception: aborted }\n";

TEST(Substitute, ParameterIsPutIntoGivenScriptAndExpect) {
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

TEST(Substitute, TwoParametersMayStandInOneValue) {
  const auto cases =
      cases_of(scenario_with("matrix: { whole: [1, 2], part: [5] }\nexpect: { reception: aborted }\n"
                             "script: [insert_card, wait: \"${whole}.${part}s\"]\n"));
  EXPECT_EQ(std::get<step::Wait>(cases[1].script[1].action).duration, std::chrono::milliseconds(2500));
}

TEST(Substitute, ParameterMayStandInAKey) {
  const auto cases =
      cases_of(scenario_with("matrix: { what: [PharmacistsInfo, OperationInfo] }\n"
                             "script: [insert_card]\nexpect: { consents: { \"${what}\": not_asked } }\n"));
  EXPECT_EQ(cases[1].expect.consents.count(record::Category::operation_info), 1u);
}

TEST(Substitute, KeysThatBecomeEqualAreAnError) {
  EXPECT_EQ(error_of(scenario_with("matrix: { what: [PharmacistsInfo] }\nscript: [insert_card]\n"
                                   "expect: { consents: { \"${what}\": given, PharmacistsInfo: given } }\n")),
            "t.yaml:10:41: the key \"PharmacistsInfo\" appears twice in this map once the values of the "
            "matrix are inserted");
}

TEST(Substitute, ErrorInAParameterPointsToWhereItIsUsed) {
  EXPECT_EQ(
      error_of(scenario_with("matrix: { tries: [4] }\ngiven: { pin_tries_left: \"${tries}\" }\n" + kEnd)),
      "t.yaml:9:26: expected a number from 0 to 3, found 4");
}

TEST(Substitute, UnknownParameterGetsASuggestion) {
  const auto error = failure([] {
    cases_of(scenario_with("matrix: { tries: [1] }\ngiven: { pin_tries_left: \"${trie}\" }\n" + kEnd));
  });
  EXPECT_EQ(error.problem, InputProblem::unknown_name);
  EXPECT_EQ(error.what,
            "t.yaml:9:26: no axis of the matrix has the name in ${trie} (did you mean \"${tries}\"?)");
}

TEST(Substitute, ParameterWithoutItsEndIsAnError) {
  EXPECT_EQ(
      error_of(scenario_with("matrix: { tries: [1] }\ngiven: { pin_tries_left: \"${tries\" }\n" + kEnd)),
      "t.yaml:9:26: \"${\" without \"}\"");
}

// ---- the tree itself ----

yaml::Value tree(const std::string& text) { return yaml::parse(text, "t.yaml").at(0); }

TEST(CollectUses, FindsEveryParameterInKeysAndValues) {
  const Matrix matrix = read_matrix(tree("{ a: [1], b: [2], c: [3] }"));
  std::set<std::string> used;
  collect_uses(tree("{ \"${a}\": [x, \"1${b}${a}2\"] }"), matrix, used);
  EXPECT_EQ(used, (std::set<std::string>{"a", "b"}));
}

TEST(Substitute, LeavesTheTreeItWasGivenAsItWas) {
  const Matrix matrix = read_matrix(tree("{ a: [1, 2] }"));
  const yaml::Value before = tree("[\"${a}\"]");
  const yaml::Value after = substitute(before, combination(matrix, 1));
  EXPECT_EQ(after.items().at(0).text(), "2");
  EXPECT_EQ(before.items().at(0).text(), "${a}");
}

TEST(Substitute, MarksWhatCameFromTheMatrix) {
  const yaml::Value after =
      substitute(tree("[\"${a}\", 2]"), combination(read_matrix(tree("{ a: [1] }")), 0));
  EXPECT_TRUE(after.items().at(0).node()->substituted);
  EXPECT_FALSE(after.items().at(1).node()->substituted);
}

TEST(CollectSelectors, NamesTheAxesThatAMapIsKeyedBy) {
  const Matrix matrix = read_matrix(tree("{ reply: [agree, refuse], date: [2024-10-06], face: [same] }"));
  std::set<std::string> used;
  collect_selectors(tree("{ reception: { agree: complete, refuse: { 2024-10-06: aborted } } }"), matrix,
                    used);
  EXPECT_EQ(used, (std::set<std::string>{"reply", "date"}));
}

// ---- maps by the values of an axis ----

std::string by_axes(const std::string& expect) {
  return "scenario: x\ntitle: { ja: 例, en: x }\npatient: sato-hanako\nsite: clinic-default\n"
         "matrix: { date: [2024-10-06, 2024-10-07], reply: [agree, refuse] }\n"
         "script: [insert_card, answer: { all: \"${reply}\" }]\n"
         "expect:\n" +
         expect;
}

TEST(SelectByAxis, MapByTheValuesOfAnAxisPicksTheCasesOwn) {
  const auto cases =
      cases_of(by_axes("  limit_information: { 2024-10-06: not_provided, 2024-10-07: provided }\n"));
  EXPECT_EQ(cases[0].expect.limit_information, Provision::not_provided);  // 06, agree
  EXPECT_EQ(cases[1].expect.limit_information, Provision::not_provided);  // 06, refuse
  EXPECT_EQ(cases[2].expect.limit_information, Provision::provided);      // 07, agree
}

TEST(SelectByAxis, MapInAMapPicksByTwoAxes) {
  const auto cases = cases_of(
      by_axes("  released:\n"
              "    agree: { 2024-10-06: [Eligibility], 2024-10-07: [Eligibility, PharmacistsInfo] }\n"
              "    refuse: []\n"));
  EXPECT_EQ(cases[0].expect.released->size(), 1u);
  EXPECT_EQ(cases[1].expect.released->size(), 0u);
  EXPECT_EQ(cases[2].expect.released->size(), 2u);
}

TEST(SelectByAxis, ConsentsAreKeyedByCategoryOrByAxis) {
  const auto inner =
      cases_of(by_axes("  consents: { PharmacistsInfo: { agree: given, refuse: not_given } }\n"));
  EXPECT_EQ(inner[0].expect.consents.at(Category::pharmacists_info), ConsentState::given);
  EXPECT_EQ(inner[1].expect.consents.at(Category::pharmacists_info), ConsentState::not_given);
  const auto outer = cases_of(
      by_axes("  consents: { agree: { PharmacistsInfo: given }, refuse: { PharmacistsInfo: not_given } }\n"));
  EXPECT_EQ(outer[1].expect.consents.at(Category::pharmacists_info), ConsentState::not_given);
}

const std::string kTwins =
    "matrix: { one: [agree, refuse], two: [agree, refuse] }\n"
    "script: [insert_card, answer: { medicines: \"${one}\", operations: \"${two}\" }]\nexpect:\n";

TEST(SelectByAxis, AxisIsNamedIfTwoHaveEqualValues) {
  const auto cases = cases_of(
      scenario_with(kTwins + "  consents: { OperationInfo: { two=agree: given, two=refuse: not_given } }\n"));
  EXPECT_EQ(cases[1].expect.consents.at(Category::operation_info), ConsentState::not_given);  // agree, refuse
  EXPECT_EQ(cases[2].expect.consents.at(Category::operation_info), ConsentState::given);      // refuse, agree
}

TEST(SelectByAxis, ValueOfTwoAxesIsAnError) {
  EXPECT_EQ(error_of(scenario_with(kTwins + "  reception: { agree: complete, refuse: aborted }\n")),
            "t.yaml:11:16: \"agree\" is a value of \"one\" and of \"two\"; write \"two=agree\"");
}

TEST(SelectByAxis, ValueOfTheAxisThatIsMissingIsAnError) {
  const auto error = failure([] { cases_of(by_axes("  limit_information: { 2024-10-06: provided }\n")); });
  EXPECT_EQ(error.problem, InputProblem::missing_key);
  EXPECT_EQ(error.what, "t.yaml:8:22: no entry for date = 2024-10-07 of the matrix");
}

TEST(SelectByAxis, KeyThatIsNotAValueOfTheAxisIsAnError) {
  EXPECT_EQ(
      error_of(by_axes(
          "  limit_information: { 2024-10-06: provided, 2024-10-07: provided, 2024-10-08: provided }\n")),
      "t.yaml:8:68: \"2024-10-08\" is not a value of the axis \"date\" (did you mean \"2024-10-06\"?)");
}

TEST(SelectByAxis, MapThatNoAxisExplainsIsAnError) {
  EXPECT_EQ(error_of(by_axes("  limit_information: { 2023-01-01: provided }\n")),
            "t.yaml:8:22: expected a single value, found a map");
}

TEST(SelectByAxis, MapWithoutAMatrixIsAnError) {
  EXPECT_EQ(error_of(with_expect("  reception: { 2024-10-07: complete }\n")),
            "t.yaml:10:14: expected a single value, found a map");
}

}  // namespace substitute_test
}  // namespace uketsuke::scenario
