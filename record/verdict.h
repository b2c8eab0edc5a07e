#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::record {

// A run's verdict. conformance/ writes it; reports/ (results, console, junit, html) read every field.

/// Result of a case, or of one finding.
UKETSUKE_ENUM(Result,
              pass,          ///< nothing is wrong
              fail,          ///< the device did what it must not, or failed to do what it must
              inconclusive,  ///< the device did not show the harness enough to judge
              error,         ///< a fault of the harness, never of the device
              skipped,       ///< the device lacks a capability that the case needs
)

/// How binding a requirement is.
UKETSUKE_ENUM(RequirementClass, required, recommended, informational)

/// One problem: something wrong, or something that prevents a judgement.
struct Finding {
  std::string requirement;  ///< `LIMIT-02`; empty if no requirement applies
  RequirementClass requirement_class = RequirementClass::required;
  std::string message;                    ///< one line: what was expected, what happened
  std::optional<std::uint64_t> sequence;  ///< the event that shows it; none if an event is missing
  Duration time{};                        ///< since the case began
};

}  // namespace uketsuke::record
