#pragma once

#include "base/yaml/value.h"
#include "scenarios/model/persona.h"

namespace uketsuke::scenario {

/// Reads insurance memberships as kept in the registry. @throws InputError
std::vector<Insurance> read_insurances(const yaml::Value& value);

}  // namespace uketsuke::scenario
