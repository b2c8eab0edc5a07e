#pragma once

#include <fmt/format.h>

#include "base/yaml/value.h"

namespace uketsuke::scenario {

/// Reads `up` or `down`. @throws InputError
inline bool read_network_up(const yaml::Value& value) {
  const std::string word = value.text();
  if (word == "up") return true;
  if (word == "down") return false;
  value.fail(InputProblem::bad_value, fmt::format("the network is \"up\" or \"down\", not \"{}\"", word));
}

}  // namespace uketsuke::scenario
