// Amounts calculated by others: the ministry's example sets as contained in public claims programs (2015-01
// for under 70, 70 and over, 2023-04 for the 2割 of 75 and over) and the official worked example.

#include <gtest/gtest.h>

#include "tests/unit/conformance/cost/ask.h"

namespace uketsuke::conformance::cost::test {
namespace anchors_test {

struct Anchor {
  const char* income_class;
  const char* cost;
  Yen pays;
  bool multiple = false;
  const char* born = "";  ///< for the month of the 75th birthday
};

class Under70 : public testing::TestWithParam<Anchor> {};

TEST_P(Under70, PaysWhatTheExampleSays) {
  QuestionText question = text(GetParam().income_class, GetParam().cost, "2015-01-15");
  question.multiple = GetParam().multiple;
  EXPECT_EQ(ask(question).paid, GetParam().pays);
  question.date = "2026-07-31";
  EXPECT_EQ(ask(question).paid, GetParam().pays);
}

INSTANTIATE_TEST_SUITE_P(
    Examples, Under70,
    testing::Values(Anchor{"ア", "88,000", 26'400}, Anchor{"ア", "945,760", 253'638},
                    Anchor{"ア", "945,760", 140'100, true}, Anchor{"イ", "726,410", 169'084},
                    Anchor{"イ", "726,410", 93'000, true}, Anchor{"ウ", "364,520", 81'075},
                    Anchor{"ウ", "1,000,000", 87'430}, Anchor{"ウ", "364,520", 44'400, true},
                    Anchor{"ウ", "800,000", 85'430}, Anchor{"ウ", "266,000", 79'800},
                    Anchor{"エ", "216,350", 57'600}, Anchor{"エ", "216,350", 44'400, true},
                    Anchor{"オ", "187,950", 35'400}, Anchor{"オ", "187,950", 24'600, true}));

class Active : public testing::TestWithParam<Anchor> {};

TEST_P(Active, PaysWhatTheExampleSays) {
  QuestionText question = text(GetParam().income_class, GetParam().cost, "2024-05-20");
  question.multiple = GetParam().multiple;
  question.born = GetParam().born;
  EXPECT_EQ(ask(question).paid, GetParam().pays);
}

INSTANTIATE_TEST_SUITE_P(Examples, Active,
                         testing::Values(Anchor{"現役並みⅢ", "992,600", 254'106},
                                         Anchor{"現役並みⅢ", "476,000", 140'100, true},
                                         Anchor{"現役並みⅡ", "616,000", 167'980},
                                         Anchor{"現役並みⅡ", "336,000", 84'270, false, "1949-05-15"},
                                         Anchor{"現役並みⅠ", "276,000", 80'190},
                                         Anchor{"現役並みⅠ", "152,000", 22'200, true, "1949-05-15"}));

struct Visit {
  const char* income_class;
  const char* cost;
  Yen pays;
  const char* born;
};

class Outpatient : public testing::TestWithParam<Visit> {};

TEST_P(Outpatient, PaysWhatTheExampleSays) {
  QuestionText question = text(GetParam().income_class, GetParam().cost, "2023-04-20");
  question.born = GetParam().born;
  question.outpatient = true;
  const Answer answer = ask(question);
  EXPECT_EQ(answer.standing.share, 20);
  EXPECT_EQ(answer.paid, GetParam().pays);
}

constexpr const char* kSeventyTwo = "1951-01-15";
constexpr const char* kEighty = "1943-01-15";
constexpr const char* kSeventyFiveThisMonth = "1948-04-10";

INSTANTIATE_TEST_SUITE_P(Examples, Outpatient,
                         testing::Values(Visit{"一般", "110,000", 18'000, kSeventyTwo},
                                         Visit{"低所得Ⅰ", "51,000", 8'000, kSeventyTwo},
                                         Visit{"一般Ⅱ", "20,000", 4'000, kEighty},
                                         Visit{"一般Ⅱ", "80,000", 11'000, kEighty},
                                         Visit{"一般Ⅱ", "130,000", 16'000, kEighty},
                                         Visit{"一般Ⅱ", "200,000", 18'000, kEighty},
                                         Visit{"一般Ⅱ", "100,000", 9'000, kSeventyFiveThisMonth},
                                         Visit{"一般Ⅱ", "40,000", 7'000, kSeventyFiveThisMonth},
                                         Visit{"一般Ⅱ", "50,000", 8'000, kSeventyFiveThisMonth}));

TEST(OfficialExample, HasShareCeilingRefundAndFormula) {
  const Answer answer = ask(text("ウ", "1000000"));
  EXPECT_EQ(answer.share, 300'000);
  EXPECT_EQ(answer.ceiling.amount, 87'430);
  EXPECT_EQ(answer.paid, 87'430);
  EXPECT_EQ(answer.refund, 212'570);
  EXPECT_EQ(answer.ceiling.formula, "80,100 + (1,000,000 - 267,000) × 1 %");
}

/// From an insurer's page: base and threshold are halved, the percentage is not.
TEST(OfficialExample, HalvesOfTheMonthOfThe75thBirthdayStandInTheFormula) {
  QuestionText question = text("現役並みⅢ", "1000000", "2024-05-20");
  question.born = "1949-05-15";
  EXPECT_EQ(ask(question).ceiling.formula, "126,300 + (1,000,000 - 421,000) × 1 %");
}

}  // namespace anchors_test
}  // namespace uketsuke::conformance::cost::test
