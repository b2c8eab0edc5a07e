#pragma once

#include <memory>
#include <string>
#include <vector>

#include "oqs/message.h"
#include "scenarios/model/persona.h"
#include "scenarios/model/site.h"

namespace uketsuke::oqs {

/// Every person in the registry.
using People = std::vector<std::shared_ptr<const scenario::Persona>>;

/// The registry's answer to an inquiry by the data of a certificate (照会区分 2). A person is found by
/// insurer, number, date of birth and, if the request has them, symbol and branch number. Full-width and
/// half-width characters are equal.
///
/// Validity is that of the requested membership, on the day of the request or today if it has none: in force
/// 1; ended 3 if another one is in force, else 2; not begun or not found 4; several persons 5; medical aid in
/// force 6. Limit information follows the request's flag.
Result answer(const Request& request, const People& people, const scenario::Site& site, DateTime now);

/// The answer to an unreadable request: SegmentOfResult 9, and an error code of this program.
Result refusal(const std::string& reason, const scenario::Site& site, DateTime now);

}  // namespace uketsuke::oqs
