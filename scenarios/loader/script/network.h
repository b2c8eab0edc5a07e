#pragma once

#include "base/yaml/value.h"
#include "scenarios/model/network.h"

namespace uketsuke::scenario {

/// Reads `up` or `down`. @throws InputError
bool read_network_up(const yaml::Value& value);

/// Reads `up`, `down`, `{ down_for: 20s }`, `{ lose: answer, of: consent }`, `{ duplicate: answer, after: 1s
/// }` or `{ delay: 12s }`. @throws InputError
NetworkChange read_network(const yaml::Value& value);

}  // namespace uketsuke::scenario
