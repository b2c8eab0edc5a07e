#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/yaml/value.h"
#include "scenarios/loader/library.h"
#include "scenarios/model/case.h"

namespace uketsuke::scenario {

struct LoadOptions {
  std::uint64_t seed = 1;                    ///< seed of the run; each case derives its own
  std::set<std::string> known_requirements;  ///< ids of the requirement catalogue; empty: not checked
  std::set<std::string> known_readers;       ///< names of reader profiles; empty: not checked
  std::optional<Date> first_day;  ///< first day on which all rules are in force; empty: not checked
};

class Scenario;

/// A validated scenario that returns its cases one by one: a matrix of ten thousand cases needs no more
/// memory than one of two.
///
/// Keeps references to the library and the options.
class ScenarioCases {
 public:
  /// Reads a scenario, which is one YAML document, and tries every case of its matrix.
  /// @throws InputError with the place of the error
  ScenarioCases(const yaml::Value& document, const Library& library, const LoadOptions& options);

  std::size_t size() const;

  /// The case at this index, in matrix order, the last axis changing fastest.
  Case at(std::size_t index) const;

 private:
  std::shared_ptr<const Scenario> scenario_;
};

/// All cases of one scenario. @throws InputError
std::vector<Case> read_scenario(const yaml::Value& document, const Library& library,
                                const LoadOptions& options);

}  // namespace uketsuke::scenario
