#pragma once

#include <optional>
#include <string>

#include "oqs/message.h"
#include "record/record.h"
#include "scenarios/model/persona.h"
#include "scenarios/model/site.h"

namespace uketsuke::oqs {

/// The result that a terminal receives for a persona's last completed reception. Nothing if there is none.
///
/// Everything comes from the record, and the person from the persona. Consents are as the service stored
/// them. The limit flag says whether the information was released or asked for, so after the reform it does
/// not depend on a touch. A category that the site does not ask for has no element. A reception stays
/// complete if the card is removed before the old limit question. ProcessExecutionTime is the time of the
/// service's last answer in that reception.
std::optional<Result> result_of(const record::Record& record, const scenario::Persona& persona,
                                const scenario::Site& site);

/// The patient of the last completed reception. Empty if there is none.
std::string patient_of_last_reception(const record::Record& record);

}  // namespace uketsuke::oqs
