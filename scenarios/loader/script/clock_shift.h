#pragma once

#include "base/yaml/value.h"

namespace uketsuke::scenario {

/// Reads how far a clock is moved: `2h` forward, `-2h` back; a year at most. @throws InputError
Duration read_clock_shift(const yaml::Value& value);

}  // namespace uketsuke::scenario
