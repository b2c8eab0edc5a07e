#include "scenarios/loader/script/clock_shift.h"

#include <fmt/format.h>

namespace uketsuke::scenario {

Duration read_clock_shift(const yaml::Value& value) {
  constexpr Duration kMost = std::chrono::hours(24 * 366);
  const std::string text = value.text();
  const bool back = !text.empty() && text.front() == '-';
  const auto size = parse_duration(text.substr(back ? 1 : 0));
  if (!size || *size > kMost) {
    value.fail(InputProblem::bad_value,
               fmt::format("expected the shift of a clock, such as \"2h\" or \"-2h\", at most a year; found "
                           "\"{}\"",
                           text));
  }
  return back ? -*size : *size;
}

}  // namespace uketsuke::scenario
