#pragma once

#include "base/yaml/value.h"
#include "scenarios/model/expectation.h"

namespace uketsuke::scenario {

/// Reads `expect:` of one case, after axis values have been picked and parameters put in.
/// @throws InputError, also `empty`, and `bad_value` for expectations that cannot both hold.
Expectation read_expectation(const yaml::Value& expect);

}  // namespace uketsuke::scenario
