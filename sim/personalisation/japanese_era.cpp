#include "sim/personalisation/japanese_era.h"

#include <fmt/format.h>

#include <stdexcept>

namespace uketsuke::personalisation {

namespace {

struct Era {
  int number;
  date::year_month_day first;
};

const Era kEras[] = {
    {5, date::year(2019) / date::May / 1},       {4, date::year(1989) / date::January / 8},
    {3, date::year(1926) / date::December / 25}, {2, date::year(1912) / date::July / 30},
    {1, date::year(1868) / date::January / 25},
};

const date::year_month_day kGregorian = date::year(1873) / date::January / 1;

}  // namespace

EraDate to_era(Date day) {
  if (day < date::sys_days(kGregorian)) throw std::invalid_argument("a day before the Gregorian calendar");
  const date::year_month_day parts(day);
  for (const Era& era : kEras) {
    if (day < date::sys_days(era.first)) continue;
    return {era.number, static_cast<int>(parts.year()) - static_cast<int>(era.first.year()) + 1,
            static_cast<int>(static_cast<unsigned>(parts.month())),
            static_cast<int>(static_cast<unsigned>(parts.day()))};
  }
  return {};  // not reached: the first era began before the limit above
}

std::string era_six_digits(Date day) {
  const EraDate era = to_era(day);
  return fmt::format("{:02}{:02}{:02}", era.year, era.month, era.day);
}

std::string era_and_gregorian(Date day) { return fmt::format("{}{}", to_era(day).era, format_compact(day)); }

}  // namespace uketsuke::personalisation
