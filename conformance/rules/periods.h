#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/yaml/value.h"
#include "conformance/certainty.h"

namespace uketsuke::conformance {

/// When a rule holds: from the first to the last day, both included; no last day where it holds until
/// further notice.
struct Period {
  Date from{};
  std::optional<Date> until;
  std::string source;  ///< public, by name
  Certainty certainty = Certainty::seen;
  Place place;

  bool holds(Date day) const { return from <= day && (!until || day <= *until); }
};

/// @throws InputError `bad_value` at `next` where it overlaps the period before it or leaves a gap.
void check_period_follows(const Period* before, const Period& next);

/// Throws an InputError for a day that none of the periods holds.
[[noreturn]] void throw_outside_periods(const Period& first, const Period& last, Date day);

/// A rule as it changes from period to period, in order of time, without gap or overlap.
template <class Rule>
class Timeline {
 public:
  /// Periods come one right after the other, and only the last may be open.
  /// @throws InputError `bad_value` at the period that overlaps or leaves a gap.
  void add(Period period, Rule rule) {
    check_period_follows(entries_.empty() ? nullptr : &entries_.back().first, period);
    entries_.emplace_back(std::move(period), std::move(rule));
  }

  /// The rule in force. Needs at least one period.
  /// @throws InputError `bad_value` at the first period where the day precedes it, at the last where it
  /// comes after its end.
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

/// Reads `from`, `until`, `source` and `certainty` of a period; the caller reads the rest.
Period read_period(yaml::Map& map);

}  // namespace uketsuke::conformance
