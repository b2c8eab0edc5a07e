#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/yaml/value.h"
#include "scenarios/loader/library.h"
#include "scenarios/model/case.h"

namespace uketsuke::scenario {

struct LoadOptions {
  std::uint64_t seed = 1;                    ///< of the run; each case derives its own
  std::set<std::string> known_requirements;  ///< ids of the requirement catalogue; empty: not checked
  std::set<std::string> known_readers;       ///< names of reader profiles; empty: not checked
};

/// Reads one scenario, which is one YAML document, and expands its matrix.
/// @return at least one case, in order of the matrix, its last axis changing fastest
/// @throws InputError with the place of what is wrong
std::vector<Case> read_scenario(const yaml::Value& document, const Library& library,
                                const LoadOptions& options);

}  // namespace uketsuke::scenario
