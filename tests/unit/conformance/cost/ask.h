#pragma once

#include <string>

#include "conformance/cost/answer.h"

namespace uketsuke::conformance::cost::test {

/// The rules of the repository.
const MoneyRules& rules();

Date day(const char* text);

/// A question with only the fields that every question has.
QuestionText text(const std::string& income_class, const std::string& total,
                  const std::string& date = "2024-11-01");

Answer ask(const QuestionText& question);

/// The error message, or "answered".
std::string error_of(const QuestionText& question);

}  // namespace uketsuke::conformance::cost::test
