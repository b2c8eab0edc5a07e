#pragma once

#include <optional>
#include <string>

#include "oqs/message.h"
#include "record/record.h"
#include "scenarios/model/persona.h"
#include "scenarios/model/site.h"

namespace uketsuke::oqs {

/// The result that a terminal gets of a persona's last completed reception; nothing where there is none.
///
/// Everything comes from the record, and the person from the persona: consents as the service stored them,
/// the limit flag from whether the information was released or asked for, so that it does not hang on a tap
/// after the reform. A category that the site does not ask for has no element. A reception stays complete
/// when the card is pulled before the old limit question. ProcessExecutionTime is the service's last answer
/// in that reception.
std::optional<Result> result_of(const record::Record& record, const scenario::Persona& persona,
                                const scenario::Site& site);

/// Whose reception was completed last; empty where none was.
std::string patient_of_last_reception(const record::Record& record);

}  // namespace uketsuke::oqs
