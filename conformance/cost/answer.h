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
  Yen share = 0;  ///< share of the cost, rounded as at the payment window
  CeilingAmount ceiling;
  Yen paid = 0;                    ///< the lower of share and ceiling
  Yen refund = 0;                  ///< refund to a patient who paid the share in full
  std::vector<std::string> notes;  ///< remarks on how to read the amounts
  Period share_period;
  Period ceiling_period;
};

/// Calculates what the patient pays. @throws InputError placed at the option at fault, or at the period that
/// lacks the rule
Answer answer(const MoneyRules& rules, const Question& question);

}  // namespace uketsuke::conformance::cost
