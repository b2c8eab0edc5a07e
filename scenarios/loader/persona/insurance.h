#pragma once

#include "base/yaml/value.h"
#include "scenarios/model/persona.h"

namespace uketsuke::scenario {

/// Reads memberships as the registry keeps them. @throws InputError
std::vector<Insurance> read_insurances(const yaml::Value& value);

}  // namespace uketsuke::scenario
