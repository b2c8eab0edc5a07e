#pragma once

#include "base/yaml/value.h"
#include "scenarios/model/persona.h"
#include "scenarios/model/step.h"

namespace uketsuke::scenario {

/// Reads `phone:` of a persona. @throws InputError
PhoneProfile read_phone(const yaml::Value& value);

/// Reads `phone:` of `given:`, which is about `patient`. @throws InputError, also if the patient has no phone
GivenPhone read_given_phone(const yaml::Value& value, const Persona& patient);

/// Reads `hold_phone:` with its keys; the caller resolves the persona named by `of`. @throws InputError
step::HoldPhone read_hold_phone(yaml::Map& map);

}  // namespace uketsuke::scenario
