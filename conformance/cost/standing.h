#pragma once

#include <optional>
#include <vector>

#include "conformance/cost/money_rules.h"
#include "conformance/cost/question.h"

namespace uketsuke::conformance::cost {

/// Age and share of a patient, as far as they matter.
struct Standing {
  std::optional<AgeGroup> group;  ///< none: from 70, and it makes no difference
  int share = 0;                  ///< per cent
  bool relief = false;            ///< the outpatient relief applies
  bool group_assumed = false;     ///< nothing said the age: school age to 69
};

/// What class, age and date leave open is asked for; nothing is guessed but that a patient of a class under
/// 70 goes to school or has.
/// @throws InputError whose place is the option at fault
Standing standing_of(const Question& question, const ShareRule& rule);

}  // namespace uketsuke::conformance::cost
