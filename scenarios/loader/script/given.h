#pragma once

#include "base/yaml/value.h"
#include "scenarios/model/case.h"

namespace uketsuke::scenario {

/// Reads `given:`, which is about `patient`.
/// @param pixels  the camera's pictures are rendered or recorded
/// @throws InputError, also `bad_value` for a card state of a patient without a card.
Given read_given(const yaml::Value& given, const Persona& patient, bool pixels);

}  // namespace uketsuke::scenario
