#include "conformance/cost/question.h"

#include <gmock/gmock.h>

#include "tests/unit/conformance/cost/ask.h"

namespace uketsuke::conformance::cost::test {
namespace question_test {

using testing::HasSubstr;

std::string with(std::string QuestionText::*field, const std::string& value) {
  QuestionText question = text("ウ", "1000000");
  question.*field = value;
  return error_of(question);
}

TEST(Question, BadTextNamesItsOption) {
  EXPECT_THAT(with(&QuestionText::total, "-1"), HasSubstr("--total: -1 is not from 1 to 1,000,000,000 yen"));
  EXPECT_THAT(with(&QuestionText::date, "2024-02-30"), HasSubstr("--date: \"2024-02-30\" is not a date"));
  EXPECT_THAT(with(&QuestionText::born, "yesterday"), HasSubstr("--born: \"yesterday\" is not a date"));
  EXPECT_THAT(with(&QuestionText::born, "2024-11-02"),
              HasSubstr("--born: 2024-11-02 comes after the treatment"));
  EXPECT_THAT(with(&QuestionText::born, "1850-01-01"),
              HasSubstr("--born: 1850-01-01 is more than 130 years"));
  for (const char* age : {"-1", "131", "4.5", "x", "1000000000000"})
    EXPECT_THAT(with(&QuestionText::age, age), HasSubstr("is not an age from 0 to 130")) << age;
  for (const char* share : {"0", "4", "10", "0.3", "三"})
    EXPECT_THAT(with(&QuestionText::share, share), HasSubstr("is not 1, 2 or 3 (割)")) << share;
}

TEST(Question, ABirthOnTheDayOfTheTreatmentIsNone) {
  EXPECT_EQ(with(&QuestionText::born, "2024-11-01"), "answered");
}

TEST(Question, ShareMayHaveItsUnit) { EXPECT_EQ(with(&QuestionText::share, "3割"), "answered"); }

TEST(Question, TwoThatContradictEachOtherAreRefused) {
  QuestionText question = text("ウ", "1000000");
  question.outpatient = question.household = true;
  EXPECT_THAT(error_of(question), HasSubstr("--outpatient: --household is the other ceiling"));
  question = text("ウ", "1000000");
  question.age = "40";
  question.born = "1984-01-01";
  EXPECT_THAT(error_of(question), HasSubstr("--age: --born says the age already"));
}

}  // namespace question_test
}  // namespace uketsuke::conformance::cost::test
