#include "oqs/validation/field_values.h"

#include <fmt/format.h>

#include <algorithm>

namespace uketsuke::oqs {

std::optional<Date> compact_date(std::string_view text) {
  if (text.size() != 8 || !all_digits(text)) return std::nullopt;
  return parse_date(fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2)));
}

std::optional<DateTime> compact_time(std::string_view text) {
  if (text.size() != 14 || !all_digits(text)) return std::nullopt;
  const auto day = compact_date(text.substr(0, 8));
  const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const int hour = number(8);
  const int minute = number(10);
  const int second = number(12);
  if (!day || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return *day + std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
}

std::string padded_insurer_number(std::string_view number) { return fmt::format("{:>8}", trimmed(number)); }

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool all_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace uketsuke::oqs
