#include "tests/unit/conformance/cost/ask.h"

#include "base/error.h"

namespace uketsuke::conformance::cost::test {

const MoneyRules& rules() {
  static const MoneyRules loaded = load_money_rules("conformance/rules");
  return loaded;
}

Date day(const char* text) { return *parse_date(text); }

QuestionText text(const std::string& income_class, const std::string& total, const std::string& date) {
  QuestionText question;
  question.income_class = income_class;
  question.total = total;
  question.date = date;
  return question;
}

Answer ask(const QuestionText& question) { return answer(rules(), read_question(question)); }

std::string error_of(const QuestionText& question) {
  try {
    ask(question);
  } catch (const InputError& error) {
    return error.what();
  }
  return "answered";
}

}  // namespace uketsuke::conformance::cost::test
