#include "conformance/cost/question.h"

#include <fmt/format.h>

#include "base/error.h"

namespace uketsuke::conformance::cost {

namespace {

constexpr int kOldest = 130;  // above the greatest age ever reached

Date read_day(const std::string& text, const char* option) {
  if (const auto day = parse_date(text)) return *day;
  refuse(option, fmt::format("\"{}\" is not a date (write 2024-10-07)", text));
}

int read_age(const std::string& text) {
  bool digits = !text.empty() && text.size() <= 3;
  for (const char c : text) digits = digits && c >= '0' && c <= '9';
  const int age = digits ? std::stoi(text) : -1;
  if (age < 0 || age > kOldest)
    refuse("--age", fmt::format("\"{}\" is not an age from 0 to {}", text, kOldest));
  return age;
}

Date read_born(const std::string& text, Date day) {
  const Date born = read_day(text, "--born");
  if (born > day) {
    refuse("--born", fmt::format("{} comes after the treatment, {}", format_date(born), format_date(day)));
  }
  if (age_on(born, day) > kOldest)
    refuse("--born", fmt::format("{} is more than {} years before the treatment", text, kOldest));
  return born;
}

int read_share(const std::string& text) {
  for (const auto& [number, word] : {std::pair{1, "1"}, {2, "2"}, {3, "3"}}) {
    if (text == word || text == std::string(word) + "割") return 10 * number;
  }
  refuse("--share", fmt::format("\"{}\" is not 1, 2 or 3 (割)", text));
}

}  // namespace

void refuse(const char* option, const std::string& message) {
  throw InputError(InputProblem::bad_value, Place{option}, message);
}

Question read_question(const QuestionText& text) {
  Question question;
  question.income_class = read_income_class(text.income_class, "--class");
  question.total = read_yen(text.total, "--total");
  question.day = read_day(text.date, "--date");
  if (!text.age.empty() && !text.born.empty())
    refuse("--age", "--born says the age already: give one of them");
  if (!text.age.empty()) question.age = read_age(text.age);
  if (!text.born.empty()) question.born = read_born(text.born, question.day);
  if (!text.share.empty()) question.share = read_share(text.share);
  if (text.outpatient && text.household)
    refuse("--outpatient", "--household is the other ceiling: give one of them");
  if (text.outpatient) question.care = Care::outpatient;
  if (text.household) question.care = Care::household;
  question.multiple = text.multiple;
  return question;
}

}  // namespace uketsuke::conformance::cost
