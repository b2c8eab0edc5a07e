#pragma once

#include <optional>
#include <vector>

#include "conformance/cost/money_rules.h"
#include "conformance/cost/question.h"

namespace uketsuke::conformance::cost {

/// The relevant facts about a patient's age and share.
struct Standing {
  std::optional<AgeGroup> group;  ///< empty: from 70 on, and the exact group makes no difference
  int share = 0;                  ///< in per cent
  bool relief = false;            ///< the outpatient relief applies
  bool group_assumed = false;     ///< the age was not given: school age to 69 is assumed
};

/// Determines age group and share. If class, age and date leave something open, the user is asked to give it;
/// the only assumption is that a patient of a class under 70 is of school age or older.
/// @throws InputError placed at the option at fault
Standing standing_of(const Question& question, const ShareRule& rule);

}  // namespace uketsuke::conformance::cost
