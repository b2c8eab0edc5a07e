#pragma once

#include "base/yaml/value.h"

namespace uketsuke::scenario {

/// Reads a clock adjustment: `2h` forward, `-2h` back; at most a year. @throws InputError
Duration read_clock_shift(const yaml::Value& value);

}  // namespace uketsuke::scenario
