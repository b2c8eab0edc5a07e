#pragma once

#include <string>
#include <vector>

#include "base/error.h"

namespace uketsuke::oqs {

enum class Severity {
  error,
  warning,  ///< public programs disagree, or the rule is only practice
};

/// The rule that a finding violates.
enum class Rule {
  unknown_element,
  duplicate_element,
  missing_element,
  misplaced_text,    ///< text beside elements, or elements inside a text
  empty_element,     ///< an optional element that is present but empty
  attribute,         ///< OQS elements have no attributes
  bad_date,          ///< not a day of the calendar, or not yyyyMMdd
  bad_time,          ///< not a time of day, or not yyyyMMddHHmmss
  bad_spelling,      ///< digits, padding, width
  unknown_code,      ///< not in the code table
  other_spelling,    ///< a name or value that a public program uses instead
  consent_flag,      ///< a flag contradicts its times
  consent_life,      ///< AvailableTime is not 24:00:00 after ConsTime
  limit_after_2024,  ///< limit information not given although it is no longer asked for
  wrong_encoding,    ///< CharacterCodeIdentifier names an encoding other than the file's
  state,             ///< states, codes and lists that contradict each other
};

struct Finding {
  Severity severity = Severity::error;
  Rule rule{};
  Place place;
  std::string message;
};

using Findings = std::vector<Finding>;

}  // namespace uketsuke::oqs
