#include "conformance/cost/answer.h"

#include <gmock/gmock.h>

#include "tests/unit/conformance/cost/ask.h"

namespace uketsuke::conformance::cost::test {
namespace answer_test {

using testing::Contains;
using testing::HasSubstr;

QuestionText aged(QuestionText question, const char* age) {
  question.age = age;
  return question;
}

QuestionText born(QuestionText question, const char* date) {
  question.born = date;
  return question;
}

QuestionText outpatient(QuestionText question) {
  question.outpatient = true;
  return question;
}

QuestionText household(QuestionText question) {
  question.household = true;
  return question;
}

QuestionText multiple(QuestionText question) {
  question.multiple = true;
  return question;
}

QuestionText share(QuestionText question, const char* share) {
  question.share = share;
  return question;
}

Yen paid(const QuestionText& question) { return ask(question).paid; }

// --- one yen around each threshold

struct Edge {
  const char* income_class;
  const char* cost;
  Yen share;
  Yen ceiling;
};

class Threshold : public testing::TestWithParam<Edge> {};

TEST_P(Threshold, SharesGoToTenYenAndCeilingsToOne) {
  const Answer answer = ask(text(GetParam().income_class, GetParam().cost));
  EXPECT_EQ(answer.share, GetParam().share);
  EXPECT_EQ(answer.ceiling.amount, GetParam().ceiling);
  EXPECT_EQ(answer.paid, std::min(GetParam().share, GetParam().ceiling));
}

INSTANTIATE_TEST_SUITE_P(
    Edges, Threshold,
    testing::Values(Edge{"ア", "841999", 252'600, 252'600}, Edge{"ア", "842000", 252'600, 252'600},
                    Edge{"ア", "842001", 252'600, 252'600}, Edge{"ア", "842049", 252'610, 252'600},
                    Edge{"ア", "842050", 252'620, 252'601}, Edge{"イ", "557999", 167'400, 167'400},
                    Edge{"イ", "558000", 167'400, 167'400}, Edge{"イ", "558001", 167'400, 167'400},
                    Edge{"イ", "558050", 167'420, 167'401}, Edge{"ウ", "266982", 80'090, 80'100},
                    Edge{"ウ", "266999", 80'100, 80'100}, Edge{"ウ", "267000", 80'100, 80'100},
                    Edge{"ウ", "267001", 80'100, 80'100}, Edge{"ウ", "267049", 80'110, 80'100},
                    Edge{"ウ", "267050", 80'120, 80'101}, Edge{"エ", "191980", 57'590, 57'600},
                    Edge{"エ", "192000", 57'600, 57'600}, Edge{"エ", "192020", 57'610, 57'600},
                    Edge{"オ", "117990", 35'400, 35'400}, Edge{"オ", "118000", 35'400, 35'400},
                    Edge{"オ", "118020", 35'410, 35'400}));

TEST(Relief, BeginsAtThirtyThousandAndEndsAtEighteen) {
  const auto pays = [](const char* cost) {
    return paid(outpatient(aged(text("一般Ⅱ", cost, "2023-04-20"), "80")));
  };
  EXPECT_EQ(pays("29990"), 6'000);
  EXPECT_EQ(pays("30000"), 6'000);
  EXPECT_EQ(pays("30010"), 6'000);  // 6,001, but the share of 2割 is 6,000
  EXPECT_EQ(pays("30040"), 6'004);
  EXPECT_EQ(pays("149990"), 17'999);
  EXPECT_EQ(pays("150000"), 18'000);
  EXPECT_EQ(pays("150010"), 18'000);
}

// --- the day before, and the day

TEST(DateWall, NothingIsKnownBefore2015) {
  EXPECT_THAT(error_of(text("ウ", "1000000", "2014-12-31")),
              HasSubstr("2014-12-31 is before the first period, which begins on 2015-01-01"));
  EXPECT_EQ(paid(text("ウ", "1000000", "2015-01-01")), 87'430);
}

TEST(DateWall, CeilingsFrom70AreKeptSince2018August) {
  EXPECT_THAT(error_of(text("現役並みⅠ", "276000", "2018-07-31")),
              HasSubstr("no figures are kept for class 現役並みⅠ from 2015-01-01 to 2018-07-31"));
  EXPECT_EQ(paid(text("現役並みⅠ", "276000", "2018-08-01")), 80'190);
}

TEST(DateWall, SomeBetween70And74Paid10PerCentTo2019March) {
  const auto visit = [](const char* date) { return outpatient(aged(text("一般", "50000", date), "74")); };
  EXPECT_THAT(error_of(visit("2019-03-31")), HasSubstr("--share: needed: 一般 pays 1割 or 2割"));
  EXPECT_EQ(paid(share(visit("2019-03-31"), "1")), 5'000);
  EXPECT_EQ(paid(visit("2019-04-01")), 10'000);
}

TEST(DateWall, The20PerCentOf75BeginOn2022October1st) {
  const auto stay = [](const char* income_class, const char* date) {
    return household(aged(text(income_class, "100000", date), "80"));
  };
  EXPECT_EQ(paid(stay("一般", "2022-09-30")), 10'000);
  EXPECT_THAT(error_of(stay("一般", "2022-10-01")), HasSubstr("--share: needed: 一般 pays 1割 or 2割"));
  EXPECT_THAT(
      error_of(stay("一般Ⅱ", "2022-09-30")),
      HasSubstr("--class: 一般Ⅱ is no class of the age \"75 and over\" on 2022-09-30 (known: 現役並みⅢ"));
  EXPECT_EQ(paid(stay("一般Ⅱ", "2022-10-01")), 20'000);
  EXPECT_EQ(paid(stay("一般Ⅰ", "2022-10-01")), 10'000);
}

TEST(DateWall, TheReliefEndsOn2025September30th) {
  const auto visit = [](const char* date) { return outpatient(aged(text("一般Ⅱ", "80000", date), "80")); };
  EXPECT_EQ(paid(visit("2022-10-01")), 11'000);
  EXPECT_EQ(paid(visit("2025-09-30")), 11'000);
  EXPECT_EQ(paid(visit("2025-10-01")), 16'000);
}

TEST(DateWall, TheRiseOf2026AugustIsKnownForOneClassOnly) {
  EXPECT_EQ(paid(text("ウ", "1000000", "2026-07-31")), 87'430);
  const Answer after = ask(text("ウ", "1000000", "2026-08-01"));
  EXPECT_EQ(after.paid, 92'940);  // 85,800 + (1,000,000 - 286,000) x 1 %
  EXPECT_EQ(after.ceiling_period.certainty, Certainty::inferred);
  EXPECT_THAT(after.notes, Contains(HasSubstr("530,000 a year")));
  for (const auto& [income_class, name] : enum_names(IncomeClass{})) {
    if (income_class == IncomeClass::u) continue;
    EXPECT_THAT(error_of(text(std::string(name), "1000000", "2026-08-01")),
                HasSubstr("no public formula for class " + std::string(name) + " from 2026-08-01"));
  }
  EXPECT_THAT(error_of(multiple(text("ウ", "1000000", "2026-08-01"))),
              HasSubstr("no public formula for the 4th month (多数回) of class ウ from 2026-08-01"));
}

// --- age

TEST(Age, APreschoolChildPays20PerCent) {
  const QuestionText visit = text("エ", "10000", "2024-03-31");
  EXPECT_EQ(paid(born(visit, "2018-04-01")), 2'000);
  EXPECT_EQ(paid(born(text("エ", "10000", "2024-04-01"), "2018-04-01")), 3'000);
  EXPECT_EQ(paid(born(text("エ", "10000", "2024-04-01"), "2018-04-02")), 2'000);
  EXPECT_EQ(paid(aged(visit, "5")), 2'000);
}

TEST(Age, SixYearsAloneDoNotSayWhetherSchoolHasBegun) {
  EXPECT_THAT(error_of(aged(text("エ", "10000"), "6")),
              HasSubstr("--born: needed: エ pays preschool 2割, school age to 69 3割"));
  EXPECT_EQ(paid(share(aged(text("エ", "10000"), "6"), "2")), 2'000);
}

TEST(Age, AClassUnder70WithoutAnAgeIsTakenAsSchoolAgeAndSaysSo) {
  const Answer answer = ask(text("ウ", "10000"));
  EXPECT_EQ(answer.share, 3'000);
  EXPECT_THAT(answer.notes, Contains(HasSubstr("age not given")));
  EXPECT_TRUE(ask(aged(text("ウ", "10000"), "40")).notes.empty());
}

TEST(Age, AClassThatDoesNotFitIsRefusedWithThoseThatDo) {
  EXPECT_THAT(
      error_of(aged(text("ウ", "10000"), "72")),
      HasSubstr("--class: ウ is no class of the age \"70 to 74\" on 2024-11-01 (known: 現役並みⅢ, 現役並みⅡ, "
                "現役並みⅠ, 一般, 低所得Ⅱ, 低所得Ⅰ)"));
  EXPECT_THAT(error_of(aged(text("一般", "10000"), "69")), HasSubstr("(known: ア, イ, ウ, エ, オ)"));
  EXPECT_THAT(error_of(household(aged(text("一般Ⅱ", "10000"), "74"))),
              HasSubstr("--class: 一般Ⅱ is no class"));
}

TEST(Age, SeventyIsDecidedByTheClassWhereTheBirthdayIsNotKnown) {
  EXPECT_EQ(ask(aged(text("ウ", "10000"), "70")).standing.group, AgeGroup::to_69);
  EXPECT_EQ(ask(household(aged(text("一般", "10000"), "70"))).standing.group, AgeGroup::from_70);
}

TEST(Age, From70WithoutAnAgeIsAskedForOnlyWhereItMatters) {
  EXPECT_THAT(error_of(household(text("低所得Ⅱ", "10000"))),
              HasSubstr("--age: needed (or --born): 低所得Ⅱ pays 70 to 74 2割, 75 and over 1割"));
  EXPECT_EQ(ask(text("現役並みⅡ", "10000")).standing.group, std::nullopt);
  EXPECT_EQ(ask(household(text("一般Ⅱ", "10000"))).standing.group, AgeGroup::from_75);
  // 2割 on either side of 75, but only one side has the relief.
  EXPECT_EQ(paid(household(share(text("一般", "80000", "2023-04-20"), "2"))), 16'000);
  EXPECT_THAT(error_of(outpatient(share(text("一般", "80000", "2023-04-20"), "2"))),
              HasSubstr("75 and over 2割 with relief"));
}

TEST(Age, The75thBirthdayMonthHasHalfACeilingUnlessBornOnThe1st) {
  const QuestionText stay = household(text("一般", "1000000", "2021-05-20"));
  EXPECT_EQ(paid(born(stay, "1946-05-15")), 28'800);
  EXPECT_EQ(paid(born(stay, "1946-05-02")), 28'800);
  EXPECT_EQ(paid(born(stay, "1946-05-01")), 57'600);
  EXPECT_EQ(paid(born(stay, "1946-04-30")), 57'600);
  EXPECT_EQ(paid(born(stay, "1946-05-31")), 28'800);  // still 74 years old
  EXPECT_EQ(paid(multiple(born(stay, "1946-05-15"))), 22'200);
  EXPECT_EQ(paid(outpatient(born(text("一般", "1000000", "2021-05-20"), "1946-05-15"))), 9'000);
}

TEST(Age, WithoutABirthdayTheMonthOfThe75thIsSaidNotToBeSeen) {
  const auto notes = [](const char* age) {
    return ask(household(aged(text("低所得Ⅱ", "10000"), age))).notes;
  };
  EXPECT_THAT(notes("74"), Contains(HasSubstr("75th birthday is not seen")));
  EXPECT_THAT(notes("75"), Contains(HasSubstr("75th birthday is not seen")));
  EXPECT_TRUE(notes("76").empty());
}

// --- which ceiling

TEST(Care, OutpatientAndHouseholdHaveCeilingsOfTheirOwnFrom70) {
  const QuestionText treatment = aged(text("低所得Ⅱ", "500000"), "72");
  EXPECT_EQ(paid(outpatient(treatment)), 8'000);
  EXPECT_EQ(paid(household(treatment)), 24'600);
  EXPECT_THAT(error_of(treatment),
              HasSubstr("--outpatient: or --household needed: 低所得Ⅱ has a ceiling for each, "
                        "8,000 and 24,600"));
  EXPECT_EQ(paid(household(aged(text("低所得Ⅰ", "500000"), "72"))), 15'000);
  EXPECT_EQ(paid(household(multiple(aged(text("一般", "500000"), "72")))), 44'400);
}

TEST(Care, IsOneForActiveIncomesAndUnder70) {
  EXPECT_EQ(paid(outpatient(text("現役並みⅠ", "1000000"))), 87'430);
  EXPECT_EQ(paid(household(text("ウ", "1000000"))), 87'430);
}

TEST(Care, OutpatientsHaveNoLowerCeilingForThe4thMonth) {
  EXPECT_THAT(error_of(outpatient(multiple(aged(text("一般", "500000"), "72")))),
              HasSubstr("--multiple: 一般 has no lower ceiling for outpatients"));
  EXPECT_EQ(paid(outpatient(multiple(text("現役並みⅠ", "1000000")))), 44'400);
}

TEST(Care, TheYearsFigureIsShownForOutpatients) {
  EXPECT_THAT(ask(outpatient(aged(text("一般", "10000"), "72"))).notes, Contains(HasSubstr("144,000")));
}

// --- share

TEST(Share, ThatContradictsClassAndAgeIsRefused) {
  EXPECT_THAT(error_of(share(aged(text("ウ", "10000"), "40"), "2")),
              HasSubstr("--share: 2割 does not fit: ウ pays 3割 here"));
  EXPECT_THAT(error_of(share(household(aged(text("一般", "10000"), "80")), "3")),
              HasSubstr("一般 pays 1割 or 2割"));
}

TEST(MarkedClass, HasTheCeilingOfItsNameAsAParameterAndIsRefusedWithoutIt) {
  const QuestionText marked = text("オ（境）", "500000");
  EXPECT_EQ(paid(marked), 35'400);
  EXPECT_THAT(ask(marked).notes, Contains(HasSubstr("marked_classes_as_unmarked")));
  EXPECT_EQ(paid(household(aged(text("B07", "500000"), "80"))), 15'000);
  MoneyRules strict = rules();
  strict.parameters.marked_classes_as_unmarked = false;
  EXPECT_THROW(answer(strict, read_question(marked)), InputError);
}

TEST(ShareRounding, IsAParameter) {
  MoneyRules exact = rules();
  exact.parameters.share_rounding = 1;
  EXPECT_EQ(answer(exact, read_question(text("ウ", "12345"))).paid, 3'704);
  EXPECT_EQ(paid(text("ウ", "12345")), 3'700);
}

// --- data

TEST(Rules, AThresholdIsWhereThreeTenthsReachTheBase) {
  for (const auto& [period, rule] : rules().ceilings.entries()) {
    for (const auto& [income_class, ceiling] : rule.of) {
      if (!ceiling.excess) continue;
      EXPECT_EQ(ceiling.excess->threshold * 3, ceiling.base * 10) << to_name(income_class);
    }
  }
}

}  // namespace answer_test
}  // namespace uketsuke::conformance::cost::test
