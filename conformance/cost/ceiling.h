#pragma once

#include <string>

#include "conformance/cost/money_rules.h"

namespace uketsuke::conformance::cost {

/// A ceiling with the numbers of one case in it.
struct CeilingAmount {
  Yen amount = 0;
  std::string formula;  ///< `80,100 + (1,000,000 - 267,000) × 1 %`
  std::string what;     ///< which ceiling of the class it is, in words; empty for the plain one
};

/// base + (cost - threshold) x percent. In the halved month base and threshold are half, the percentage is
/// not.
CeilingAmount normal_ceiling(const Ceiling& ceiling, Yen cost, bool halved);

/// From the 4th month within 12. Needs `ceiling.multiple`.
CeilingAmount multiple_ceiling(const Ceiling& ceiling, bool halved);

/// Of one person's visits. Needs `ceiling.outpatient`.
CeilingAmount outpatient_ceiling(const Ceiling& ceiling, bool halved);

/// In the halved month only its upper end is half.
CeilingAmount relief_ceiling(const OutpatientRelief& relief, Yen cost, bool halved);

}  // namespace uketsuke::conformance::cost
