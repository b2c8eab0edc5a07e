#include "reader_model/face_match/policy/policy_number.h"

#include <fmt/format.h>

#include <charconv>

namespace uketsuke::reader {

double number(const yaml::Value& value, double least, double most) {
  const std::string text = value.text();
  double result = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (error != std::errc() || end != text.data() + text.size()) {
    value.fail(InputProblem::wrong_type, fmt::format("\"{}\" is not a number", text));
  }
  if (!(result >= least && result <= most)) {  // also for NaN
    value.fail(InputProblem::bad_value, fmt::format("{} is not from {} to {}", text, least, most));
  }
  return result;
}

}  // namespace uketsuke::reader
