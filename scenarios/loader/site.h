#pragma once

#include <set>
#include <string>

#include "base/yaml/value.h"
#include "scenarios/model/site.h"

namespace uketsuke::scenario {

/// Reads four switches, 0 or 1, in the order 手術, 診療, 薬剤, 特定健診 of the guides to the readers: "0011"
/// is the factory setting.
/// @throws InputError
std::set<record::Category> read_switches(const yaml::Value& value);

/// Reads a site file. `id` is the name of the file, which `site:` must repeat.
/// @throws InputError
Site read_site(const yaml::Value& document, const std::string& id);

}  // namespace uketsuke::scenario
