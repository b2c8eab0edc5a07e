#pragma once

#include <string>
#include <vector>

#include "base/error.h"

namespace uketsuke::oqs {

enum class Severity {
  error,
  warning,  ///< public programs disagree here, or only practice says so
};

/// What a finding is about.
enum class Rule {
  unknown_element,
  duplicate_element,
  missing_element,
  misplaced_text,    ///< text beside elements, or elements in a text
  empty_element,     ///< an element that may be left out, with nothing in it
  attribute,         ///< OQS elements have none
  bad_date,          ///< no day of the calendar, or not yyyyMMdd
  bad_time,          ///< no time of a clock, or not yyyyMMddHHmmss
  bad_spelling,      ///< digits, padding, width
  unknown_code,      ///< none of the table's values
  other_spelling,    ///< a name or value that some public program uses instead
  consent_flag,      ///< a flag and its times do not belong together
  consent_life,      ///< AvailableTime is not 24:00:00 after ConsTime
  limit_after_2024,  ///< limit information not given although nobody asks any more
  wrong_encoding,    ///< CharacterCodeIdentifier names another encoding than the file has
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
