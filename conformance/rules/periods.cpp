#include "conformance/rules/periods.h"

#include <fmt/format.h>

namespace uketsuke::conformance {

Period read_period(yaml::Map& map) {
  Period period;
  period.place = map.place();
  period.from = map.required("from").date();
  if (const auto until = map.optional("until")) {
    period.until = until->date();
    if (*period.until < period.from) until->fail(InputProblem::bad_value, "the period ends before it begins");
  }
  period.source = map.required("source").text();
  period.certainty = map.required("certainty").one_of<Certainty>();
  return period;
}

void check_period_follows(const Period* before, const Period& next) {
  if (before == nullptr) return;
  if (!before->until || next.from <= *before->until) {
    throw InputError(InputProblem::bad_value, next.place,
                     fmt::format("this period begins on {}, while the one before it ({}) is still in force",
                                 format_date(next.from), to_string(before->place)));
  }
  const Date expected = *before->until + date::days(1);
  if (next.from != expected) {
    throw InputError(
        InputProblem::bad_value, next.place,
        fmt::format("no period covers {} to {}: this one must begin on {}", format_date(expected),
                    format_date(next.from - date::days(1)), format_date(expected)));
  }
}

void throw_outside_periods(const Period& first, const Period& last, Date day) {
  if (day < first.from) {
    throw InputError(InputProblem::bad_value, first.place,
                     fmt::format("{} is before the first period, which begins on {}", format_date(day),
                                 format_date(first.from)));
  }
  throw InputError(InputProblem::bad_value, last.place,
                   fmt::format("{} is after the last period, which ends on {}", format_date(day),
                               format_date(*last.until)));
}

}  // namespace uketsuke::conformance
