#include "base/calendar.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <sstream>

namespace uketsuke {

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  std::istringstream in{std::string(text)};
  date::year_month_day day;
  in >> date::parse("%F", day);
  if (in.fail() || !day.ok() || in.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
  return Date(day);
}

std::optional<Duration> parse_duration(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  const double number = std::strtod(copy.c_str(), &end);
  if (end == copy.c_str() || !std::isfinite(number) || number < 0) return std::nullopt;
  const std::string_view unit(end);
  double nanoseconds = 0;
  if (unit == "ns") nanoseconds = 1;
  if (unit == "us") nanoseconds = 1e3;
  if (unit == "ms") nanoseconds = 1e6;
  if (unit == "s") nanoseconds = 1e9;
  if (unit == "min") nanoseconds = 60e9;
  if (unit == "h") nanoseconds = 3600e9;
  const double total = number * nanoseconds;
  if (nanoseconds == 0 || total > static_cast<double>(std::numeric_limits<Duration::rep>::max()) / 2)
    return std::nullopt;
  return Duration(static_cast<Duration::rep>(std::llround(total)));
}

namespace {

// Uses fmt: date::format constructs a stream and queries its locale on every call.

struct Fields {
  int year;
  unsigned month, day;
};

Fields fields_of(Date date) {
  const date::year_month_day day(date);
  return {static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())};
}

std::string format(const char* pattern, DateTime time) {
  const Date day = std::chrono::floor<date::days>(time);
  const auto [year, month, of_month] = fields_of(day);
  const auto seconds = (time - day).count();
  return fmt::format(fmt::runtime(pattern), year, month, of_month, seconds / 3600, seconds / 60 % 60,
                     seconds % 60);
}

}  // namespace

std::string format_date(Date date) {
  const auto [year, month, day] = fields_of(date);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string format_compact(Date date) {
  const auto [year, month, day] = fields_of(date);
  return fmt::format("{:04}{:02}{:02}", year, month, day);
}

std::string format_compact(DateTime time) { return format("{:04}{:02}{:02}{:02}{:02}{:02}", time); }

std::string format_time(DateTime time) { return format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", time); }

std::string format_duration(Duration duration) {
  return fmt::format("{:.3f} s", std::chrono::duration<double>(duration).count());
}

int age_on(Date born, Date day) {
  const date::year_month_day from(born);
  const date::year_month_day to(day);
  int years = static_cast<int>(to.year()) - static_cast<int>(from.year());
  if (std::make_pair(to.month(), to.day()) < std::make_pair(from.month(), from.day())) --years;
  return years;
}

Date add_months(Date day, int months) {
  auto moved = date::year_month_day(day) + date::months(months);
  if (!moved.ok()) moved = moved.year() / moved.month() / date::last;
  return Date(moved);
}

}  // namespace uketsuke
