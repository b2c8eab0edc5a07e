#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::record {

// What a run is judged to be. conformance/ fills these in, reports/ (results, console, junit, html) read
// every field: add fields freely, and keep these names.

/// How a case ended, or what one finding says.
UKETSUKE_ENUM(Result,
              pass,          ///< nothing is wrong
              fail,          ///< the device did what it must not do, or not what it must
              inconclusive,  ///< the device did not let the harness see enough to judge
              error,         ///< the harness's fault, never the device's
              skipped,       ///< the device lacks a capability that the case needs
)

/// How binding a requirement is.
UKETSUKE_ENUM(RequirementClass, required, recommended, informational)

/// One thing that is wrong, or that keeps a case from being judged.
struct Finding {
  std::string requirement;  ///< `LIMIT-02`; empty where no requirement is behind it
  RequirementClass requirement_class = RequirementClass::required;
  std::string message;                    ///< one line: what was expected, what happened
  std::optional<std::uint64_t> sequence;  ///< the event that shows it; none where an event is missing
  Duration time{};                        ///< since the case began
};

}  // namespace uketsuke::record
