#pragma once

#include <optional>
#include <string>

#include "base/calendar.h"
#include "conformance/cost/income_class.h"
#include "conformance/cost/yen.h"

namespace uketsuke::conformance::cost {

/// Which of the two ceilings from 70 on.
enum class Care { outpatient, household };

/// A question: what a treatment costs a patient.
struct Question {
  IncomeClass income_class{};
  Yen total = 0;  ///< cost of treatment in one month, 10割
  Date day{};     ///< day of the treatment
  std::optional<int> age;
  std::optional<Date> born;  ///< more exact than an age; never both
  std::optional<int> share;  ///< in per cent, if class and age do not determine it
  std::optional<Care> care;
  bool multiple = false;  ///< the 4th month within 12, or a later one
};

/// A question as typed by the user; empty fields were not given.
struct QuestionText {
  std::string income_class;
  std::string total;
  std::string date;
  std::string age;
  std::string born;
  std::string share;  ///< `2` or `2割`
  bool outpatient = false;
  bool household = false;
  bool multiple = false;
};

/// Parses a question. @throws InputError placed at the option at fault, `--total`
Question read_question(const QuestionText& text);

/// @throws InputError always, placed at an option of the question
[[noreturn]] void refuse(const char* option, const std::string& message);

}  // namespace uketsuke::conformance::cost
