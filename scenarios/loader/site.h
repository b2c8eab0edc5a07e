#pragma once

#include <string>

#include "base/yaml/value.h"
#include "scenarios/model/site.h"

namespace uketsuke::scenario {

/// Reads a site file. `id` is the name of the file, which `site:` must repeat.
/// @throws InputError
Site read_site(const yaml::Value& document, const std::string& id);

}  // namespace uketsuke::scenario
