#pragma once

#include <date/date.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace uketsuke {

/// A day in Japan. All dates and times of the project are Japan Standard Time, which has no summer time.
using Date = date::sys_days;

/// A second in Japan.
using DateTime = date::sys_seconds;

/// Simulated or measured time since the start of a case.
using Duration = std::chrono::nanoseconds;

/// Parses `2024-10-07`; empty if the text has another form or the day is not in the calendar.
std::optional<Date> parse_date(std::string_view text);

/// Parses a decimal number with a unit, `800ms`, `2s`, `1.5min`, `24h`; units ns, us, ms, s, min, h. Empty if
/// the text has another form.
std::optional<Duration> parse_duration(std::string_view text);

std::string format_date(Date date);              ///< `2024-10-07`
std::string format_compact(Date date);           ///< `20241007`, as on the card and in OQS files
std::string format_compact(DateTime time);       ///< `20241007090000`, as in OQS files
std::string format_time(DateTime time);          ///< `2024-10-07T09:00:00`
std::string format_duration(Duration duration);  ///< `1.250 s`

/// Age in completed years on `day`, as Japanese law counts: a year is complete at midnight at the end of the
/// birthday's eve, that is, on the birthday. A person born on 29 February completes a year on 1 March if the
/// year has no 29 February.
int age_on(Date born, Date day);

/// The same day `months` later, or the last day of that month if it has no such day.
Date add_months(Date day, int months);

}  // namespace uketsuke
