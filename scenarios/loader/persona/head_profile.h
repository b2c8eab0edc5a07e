#pragma once

#include <string>

#include "base/yaml/value.h"
#include "scenarios/model/head_profile.h"
#include "scenarios/model/persona.h"

namespace uketsuke::scenario {

/// Reads `head:` of a persona: the name of an identity, or a map with a seed.
/// @param sex  of the persona; `other` requires `sex:` in the map, as a head is female or male
/// @throws InputError
HeadProfile read_head(const yaml::Value& value, Sex sex);

/// The head of a persona without `head:`: derives a seed from the name, so that the persona looks the same in
/// every run.
HeadProfile head_by_name(const std::string& persona, Sex sex);

}  // namespace uketsuke::scenario
