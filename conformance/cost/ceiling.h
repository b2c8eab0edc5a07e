#pragma once

#include <string>

#include "conformance/cost/money_rules.h"

namespace uketsuke::conformance::cost {

/// A ceiling calculated for one case.
struct CeilingAmount {
  Yen amount = 0;
  std::string formula;  ///< `80,100 + (1,000,000 - 267,000) × 1 %`
  std::string what;     ///< which ceiling of the class this is; empty for the normal one
};

/// base + (cost - threshold) x percent. In the halved month, base and threshold are halved; the percentage is
/// not.
CeilingAmount normal_ceiling(const Ceiling& ceiling, Yen cost, bool halved);

/// The ceiling from the 4th month within 12 on. Requires `ceiling.multiple`.
CeilingAmount multiple_ceiling(const Ceiling& ceiling, bool halved);

/// The ceiling for one person's outpatient visits. Requires `ceiling.outpatient`.
CeilingAmount outpatient_ceiling(const Ceiling& ceiling, bool halved);

/// The relief's ceiling. In the halved month only its upper bound is halved.
CeilingAmount relief_ceiling(const OutpatientRelief& relief, Yen cost, bool halved);

}  // namespace uketsuke::conformance::cost
