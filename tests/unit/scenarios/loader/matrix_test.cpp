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

TEST(Matrix, ErrorInAnAxisThatSetsAKeyPointsToTheAxis) {
  EXPECT_EQ(error_of(without_date("matrix: { date: [2024-10-06, 2024-02-30] }\n" + kEnd)),
            "t.yaml:5:30: \"2024-02-30\" is not a date (write 2024-10-07)");
}

TEST(Matrix, AxisThatNothingReadsIsAnError) {
  const auto error = failure([] { cases_of(scenario_with("matrix: { weather: [rain] }\n" + kEnd)); });
  EXPECT_EQ(error.problem, InputProblem::unknown_key);
  EXPECT_EQ(error.what,
            "t.yaml:8:11: the axis \"weather\" is not used (write ${weather} where its value is wanted)");
}

TEST(Matrix, MisspeltAxisGetsASuggestion) {
  EXPECT_EQ(error_of(without_date("matrix: { dates: [2024-10-07] }\n" + kEnd)),
            "t.yaml:5:11: the axis \"dates\" is not used (did you mean \"date\"?)");
}

TEST(Matrix, KeyBothHereAndInTheMatrixIsAnError) {
  EXPECT_EQ(error_of(scenario_with("matrix: { date: [2024-10-06] }\n" + kEnd)),
            "t.yaml:5:7: \"date\" is both here and in the matrix; remove one of them");
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
            "t.yaml:8:22: \"1\" appears twice on the axis \"tries\"");
}

TEST(Matrix, ValueThatWouldSpoilTheCaseNameIsAnError) {
  EXPECT_EQ(
      error_of(scenario_with("matrix: { tries: [../1] }\n" + kEnd)),
      "t.yaml:8:19: the value of an axis is part of the case's name: it must not be empty or contain / , "
      "= or $");
}

TEST(Matrix, NameOfAnAxisIsAWord) {
  EXPECT_EQ(error_of(scenario_with("matrix: { Tries left: [1] }\n" + kEnd)),
            "t.yaml:8:11: \"Tries left\" is not a name of an axis (use lower-case letters, digits and _)");
}

TEST(Matrix, MoreThanTenThousandCasesAreTooMany) {
  std::string axes;
  for (const char* name : {"a", "b", "c", "d", "e"}) {
    axes += std::string("  ") + name + ": [1, 2, 3, 4, 5, 6, 7]\n";  // 7^5 = 16,807
  }
  EXPECT_EQ(error_of(scenario_with("matrix:\n" + axes + kEnd)),
            "t.yaml:13:3: more than 10000 cases in one scenario");
}

TEST(Combination, OfTwoAxesCountsTheLastFastest) {
  const Matrix matrix = read_matrix(yaml::parse("{ a: [x, y], b: [1, 2, 3] }", "t.yaml").at(0));
  EXPECT_EQ(combination_count(matrix), 6u);
  EXPECT_EQ(describe(combination(matrix, 0)), "a=x,b=1");
  EXPECT_EQ(describe(combination(matrix, 2)), "a=x,b=3");
  EXPECT_EQ(describe(combination(matrix, 3)), "a=y,b=1");
}

TEST(Combination, OfNoAxisIsOneWithoutAName) {
  EXPECT_EQ(combination_count({}), 1u);
  EXPECT_EQ(describe(combination({}, 0)), "");
}

TEST(Axis, FindsAValueByItsText) {
  const Matrix matrix = read_matrix(yaml::parse("{ a: [x, y] }", "t.yaml").at(0));
  EXPECT_EQ(to_string(matrix.at(0).find("y")->place()), "t.yaml:1:10");
  EXPECT_FALSE(matrix.at(0).find("z"));
}

}  // namespace matrix_test
}  // namespace uketsuke::scenario
