#pragma once

#include <string>

#include "conformance/cost/answer.h"

namespace uketsuke::conformance::cost {

/// For people: amounts, formula, where the rules come from.
std::string as_text(const Answer& answer);

/// For programs: one JSON object with a line feed; amounts are numbers.
std::string as_json(const Answer& answer);

}  // namespace uketsuke::conformance::cost
