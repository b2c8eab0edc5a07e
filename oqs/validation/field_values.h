#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"

namespace uketsuke::oqs {

/// Reads `20241007`; nothing for another form or a day that no calendar has.
std::optional<Date> compact_date(std::string_view text);

/// Reads `20241007090000`; nothing for another form or a time that no clock shows (24:00:00, a leap second).
std::optional<DateTime> compact_time(std::string_view text);

/// Eight characters, spaces on the left.
std::string padded_insurer_number(std::string_view number);

/// Without the spaces on the left.
std::string_view trimmed(std::string_view text);

bool all_digits(std::string_view text);
bool all_blank(std::string_view text);

}  // namespace uketsuke::oqs
