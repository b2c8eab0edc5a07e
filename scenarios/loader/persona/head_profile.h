#pragma once

#include <string>

#include "base/yaml/value.h"
#include "scenarios/model/head_profile.h"
#include "scenarios/model/persona.h"

namespace uketsuke::scenario {

/// `head:` of a persona: the name of an identity, or a map with a seed.
/// @param sex  of the persona; `other` needs `sex:` in the map, as a head is female or male
/// @throws InputError
HeadProfile read_head(const yaml::Value& value, Sex sex);

/// For a persona without `head:`: a seed out of its name, so that it looks the same in every run.
HeadProfile head_by_name(const std::string& persona, Sex sex);

}  // namespace uketsuke::scenario
