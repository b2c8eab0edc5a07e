#pragma once

#include <memory>
#include <string>
#include <vector>

#include "oqs/message.h"
#include "scenarios/model/persona.h"
#include "scenarios/model/site.h"

namespace uketsuke::oqs {

/// Everybody whom the registry knows.
using People = std::vector<std::shared_ptr<const scenario::Persona>>;

/// What the registry answers to an inquiry by the data of a certificate (照会区分 2). Somebody is found by
/// insurer, number, day of birth and, where the request names them, symbol and branch number; full and half
/// width are the same.
///
/// Validity of the membership that was asked for, on the day of the request, or today where it names none:
/// in force 1; ended 3 where another one is in force, else 2; not begun or not found 4; several persons 5;
/// medical aid in force 6. Limit information follows the request's flag.
Result answer(const Request& request, const People& people, const scenario::Site& site, DateTime now);

/// The answer to a request that cannot be read: SegmentOfResult 9, and a code of our own.
Result refusal(const std::string& reason, const scenario::Site& site, DateTime now);

}  // namespace uketsuke::oqs
