#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/yaml/value.h"
#include "conformance/certainty.h"

namespace uketsuke::conformance {

/// The period of a rule: from the first to the last day, both included; without a last day it is open-ended.
struct Period {
  Date from{};
  std::optional<Date> until;
  std::string source;  ///< name of a public source
  Certainty certainty = Certainty::seen;
  Place place;

  bool holds(Date day) const { return from <= day && (!until || day <= *until); }
};

/// @throws InputError `bad_value` at `next` if it overlaps the period before it or leaves a gap.
void check_period_follows(const Period* before, const Period& next);

/// Throws an InputError for a day outside all periods.
[[noreturn]] void throw_outside_periods(const Period& first, const Period& last, Date day);

/// A rule with its periods, in order of time, without gap or overlap.
template <class Rule>
class Timeline {
 public:
  /// Appends a period. Periods must be contiguous, and only the last may be open-ended.
  /// @throws InputError `bad_value` at the period that overlaps or leaves a gap.
  void add(Period period, Rule rule) {
    check_period_follows(entries_.empty() ? nullptr : &entries_.back().first, period);
    entries_.emplace_back(std::move(period), std::move(rule));
  }

  /// The rule in force on a day. Requires at least one period.
  /// @throws InputError `bad_value` at the first period if the day precedes it, at the last if it is after
  /// its end.
  const Rule& on(Date day) const {
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
      if (entry->first.holds(day)) return entry->second;
    }
    throw_outside_periods(entries_.front().first, entries_.back().first, day);
  }

  const std::vector<std::pair<Period, Rule>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<Period, Rule>> entries_;
};

/// Reads `from`, `until`, `source` and `certainty` of a period; the caller reads the remaining keys.
Period read_period(yaml::Map& map);

}  // namespace uketsuke::conformance
