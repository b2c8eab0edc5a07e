#pragma once

#include <string>

#include "base/calendar.h"
#include "base/error.h"

namespace uketsuke::cli {

/// Reads the day that an option gives. @throws InputError placed at the option
inline Date day_of(const std::string& option, const std::string& text) {
  if (const auto day = parse_date(text)) return *day;
  throw InputError(InputProblem::bad_value, Place{option},
                   "\"" + text + "\" is not a date; write 2024-10-07");
}

}  // namespace uketsuke::cli
