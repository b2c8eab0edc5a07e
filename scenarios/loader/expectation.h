#pragma once

#include "base/yaml/value.h"
#include "scenarios/model/expectation.h"

namespace uketsuke::scenario {

/// Reads `expect:` of one case, after axis values have been selected and parameters substituted.
/// @throws InputError, also `empty`, and `bad_value` for expectations that contradict each other.
Expectation read_expectation(const yaml::Value& expect);

}  // namespace uketsuke::scenario
