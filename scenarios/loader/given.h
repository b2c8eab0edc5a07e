#pragma once

#include "base/yaml/value.h"
#include "scenarios/model/case.h"

namespace uketsuke::scenario {

/// Reads `given:`, which is about `patient`.
/// @throws InputError, also `bad_value` for a state of the card of somebody who has none.
Given read_given(const yaml::Value& given, const Persona& patient);

}  // namespace uketsuke::scenario
