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

/// Where the firmware does something that the reference engine does not expect.
struct Difference {
  conformance::Variant variant;
  record::Finding finding;
  std::vector<Happening> path;  ///< from the idle reader, a shortest one
};

/// What comparing the firmware with the reference engine saw.
struct Comparison {
  std::size_t variants = 0;
  std::size_t states = 0;  ///< pairs of firmware and engine, summed over the variants
  std::size_t steps = 0;
  std::vector<Difference>
      differences;  ///< one for each requirement and message, in the first variant that shows it
};

/// Lets everything happen to the firmware's flow in every order, breadth first, with the reference follower
/// beside it: the product of the two automata. Paths end where the two differ. There is no
/// time in it: an alarm that never comes is for the temporal checkers.
/// @param defect  planted into the firmware; only to see that the comparison finds it
Comparison compare(const std::vector<conformance::Variant>& variants, const conformance::Rules& rules,
                   const reader::ReaderCatalogue& readers,
                   std::optional<reader::Defect> defect = std::nullopt);

}  // namespace uketsuke::crosscheck
