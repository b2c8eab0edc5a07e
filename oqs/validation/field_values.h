#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"

namespace uketsuke::oqs {

/// Parses `20241007`; empty for another form or a day that is not in the calendar.
std::optional<Date> compact_date(std::string_view text);

/// Parses `20241007090000`; empty for another form or a time that does not exist (24:00:00, a leap second).
std::optional<DateTime> compact_time(std::string_view text);

/// Pads the number with spaces on the left to eight characters.
std::string padded_insurer_number(std::string_view number);

/// The number without spaces on the left.
std::string_view trimmed(std::string_view text);

bool all_digits(std::string_view text);
bool all_blank(std::string_view text);

}  // namespace uketsuke::oqs
