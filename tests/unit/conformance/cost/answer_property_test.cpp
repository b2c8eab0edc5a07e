// Properties for every class, day, age and amount.

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/error.h"
#include "tests/unit/conformance/cost/ask.h"

namespace uketsuke::conformance::cost::test {
namespace answer_property_test {

/// Information about the person: none, an age, or a 75th birthday on the 20th of the month.
QuestionText with_person(QuestionText question, const std::string& age) {
  if (age == "75 this month") {
    question.born = std::to_string(std::stoi(question.date) - 75) + question.date.substr(4, 4) + "20";
  } else {
    question.age = age;
  }
  return question;
}

/// Adds all questions about one class that have an answer, with the total left open.
void add_questions(const std::string& income_class, const std::string& date,
                   std::vector<Question>& answered) {
  for (const char* age : {"", "5", "40", "72", "80", "75 this month"}) {
    for (const char* share : {"", "1", "2"}) {
      for (int flags = 0; flags < 6; ++flags) {
        QuestionText question = with_person(text(income_class, "1", date), age);
        question.share = share;
        question.outpatient = flags % 3 == 1;
        question.household = flags % 3 == 2;
        question.multiple = flags >= 3;
        if (error_of(question) == "answered") answered.push_back(read_question(question));
      }
    }
  }
}

const std::vector<Question>& questions() {
  static const std::vector<Question> all = [] {
    std::vector<Question> answered;
    for (const auto& names : enum_names(IncomeClass{})) {
      // The first and last days of the periods.
      for (const char* date : {"2015-01-01", "2018-07-31", "2018-08-01", "2019-04-01", "2022-09-30",
                               "2022-10-01", "2025-09-30", "2025-10-01", "2026-07-31", "2026-08-01"})
        add_questions(std::string(names.second), date, answered);
    }
    return answered;
  }();
  return all;
}

Question any_question() { return questions()[*rc::gen::inRange<std::size_t>(0, questions().size())]; }

/// Small amounts, ordinary ones near the thresholds, and large ones.
Yen any_total() {
  const Yen most = *rc::gen::element<Yen>(100, 1'000'000, kMostYen);
  return *rc::gen::inRange<Yen>(1, most + 1);
}

Answer at(Question question, Yen total) {
  question.total = total;
  return answer(rules(), question);
}

TEST(CostProperty, ThereAreQuestionsOfEveryKind) { EXPECT_GT(questions().size(), 1000U); }

TEST(CostProperty, NobodyPaysMoreThanTheShareOrTheCeilingAndTheRestIsTheRefund) {
  EXPECT_TRUE(rc::check([] {
    const Answer answer = at(any_question(), any_total());
    RC_ASSERT(answer.paid >= 0);
    RC_ASSERT(answer.paid <= answer.ceiling.amount);
    RC_ASSERT(answer.paid <= answer.share);
    RC_ASSERT(answer.paid + answer.refund == answer.share);
    // To ten yen: within five of the exact share.
    const Yen exact = answer.question.total * answer.standing.share;
    RC_ASSERT(answer.share % 10 == 0);
    RC_ASSERT(exact - 500 < answer.share * 100);
    RC_ASSERT(answer.share * 100 <= exact + 500);
  }));
}

TEST(CostProperty, PaymentsNeverFallWhenTheCostRises) {
  EXPECT_TRUE(rc::check([] {
    const Question question = any_question();
    const Yen one = any_total();
    const Yen other = *rc::gen::element<Yen>(one + 1, one + 49, one + 50, any_total());
    if (other > kMostYen) return;
    RC_ASSERT(at(question, std::min(one, other)).paid <= at(question, std::max(one, other)).paid);
  }));
}

TEST(CostProperty, The4thMonthIsNeverDearer) {
  EXPECT_TRUE(rc::check([] {
    Question question = any_question();
    const Yen total = any_total();
    question.multiple = true;
    try {
      const Answer later = at(question, total);
      question.multiple = false;
      const Answer first = at(question, total);
      RC_ASSERT(later.ceiling.amount <= first.ceiling.amount);
      RC_ASSERT(later.paid <= first.paid);
    } catch (const InputError&) {
      // A ceiling without a lower one.
    }
  }));
}

TEST(CostProperty, OneMonthsVisitsAreNeverDearerThanAStay) {
  EXPECT_TRUE(rc::check([] {
    Question question = any_question();
    if (!question.care || question.multiple) return;
    const Yen total = any_total();
    try {
      question.care = Care::outpatient;
      const Answer visits = at(question, total);
      question.care = Care::household;
      RC_ASSERT(visits.paid <= at(question, total).paid);
    } catch (const InputError&) {
      // 2割 without an age: because of the relief, the amount depends on the age.
    }
  }));
}

}  // namespace answer_property_test
}  // namespace uketsuke::conformance::cost::test
