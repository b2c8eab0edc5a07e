#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "conformance/exploration/variant.h"
#include "crosscheck/firmware_world.h"
#include "reader_model/firmware/profile.h"
#include "record/verdict.h"

namespace uketsuke::crosscheck {

/// A point at which the firmware does something that the reference engine does not expect.
struct Difference {
  conformance::Variant variant;
  record::Finding finding;
  std::vector<WorldEvent> path;  ///< from the idle reader; one of the shortest
};

/// The result of comparing the firmware with the reference engine.
struct Comparison {
  std::size_t variants = 0;
  std::size_t states = 0;  ///< pairs of firmware and engine states, summed over the variants
  std::size_t steps = 0;
  /// One per requirement and message, from the first variant that shows it.
  std::vector<Difference> differences;
};

/// Explores all world events of the firmware's flow in every order, breadth first, with the reference
/// follower beside it: the product of the two automata. A path ends where the two differ. Time is not
/// modelled, so the temporal checkers must find an alarm that never comes.
/// @param defect planted into the firmware, only to test that the comparison finds it
Comparison compare(const std::vector<conformance::Variant>& variants, const conformance::Rules& rules,
                   const reader::ReaderCatalogue& readers,
                   std::optional<reader::Defect> defect = std::nullopt);

}  // namespace uketsuke::crosscheck
