#pragma once

#include <string>

#include "conformance/cost/answer.h"

namespace uketsuke::conformance::cost {

/// Text for people: amounts, formula, and sources of the rules.
std::string as_text(const Answer& answer);

/// For programs: one JSON object with a line feed; amounts are numbers.
std::string as_json(const Answer& answer);

}  // namespace uketsuke::conformance::cost
