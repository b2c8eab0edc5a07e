#pragma once

#include <string>
#include <vector>

#include "conformance/cost/ceiling.h"
#include "conformance/cost/standing.h"

namespace uketsuke::conformance::cost {

/// What the patient pays, and why.
struct Answer {
  Question question;
  Standing standing;
  Yen share = 0;  ///< of the cost, rounded as at the window
  CeilingAmount ceiling;
  Yen paid = 0;                    ///< the lower of the two
  Yen refund = 0;                  ///< what comes back to somebody who paid the share in full
  std::vector<std::string> notes;  ///< what a reader of the numbers should know
  Period share_period;
  Period ceiling_period;
};

/// @throws InputError whose place is the option at fault, or the period that lacks the rule
Answer answer(const MoneyRules& rules, const Question& question);

}  // namespace uketsuke::conformance::cost
