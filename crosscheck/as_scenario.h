#pragma once

#include <string>

#include "crosscheck/product.h"

namespace uketsuke::crosscheck {

/// Writes a difference as a suite for `uketsuke run`. Actions of the path become steps; answers of chip,
/// camera and service become `given:`. The expected verdict is the reference engine's.
///
/// A path through several receptions has only one `given:`. If they contradict each other, the last one wins.
std::string as_scenario(const Difference& difference, const std::string& name);

}  // namespace uketsuke::crosscheck
