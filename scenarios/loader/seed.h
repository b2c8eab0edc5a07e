#pragma once

#include <cstdint>
#include <string_view>

namespace uketsuke::scenario {

/// The seed of one case: FNV-1a (64 bits) over the run's seed, eight bytes, little-endian, and the id of the
/// case. It is the same on every machine and never changes, so that a failure can be reproduced by its
/// numbers.
std::uint64_t case_seed(std::uint64_t run_seed, std::string_view case_id);

}  // namespace uketsuke::scenario
