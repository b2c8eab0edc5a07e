#pragma once

#include <string>

#include "crosscheck/product.h"

namespace uketsuke::crosscheck {

/// Writes a difference as a suite for `uketsuke run`: actions of the path become steps; what chip, camera and
/// service answered becomes `given:`. The verdict in it is the reference engine's.
///
/// A path through several receptions has only one `given:`; if they contradict each other, the last one wins.
std::string as_scenario(const Difference& difference, const std::string& name);

}  // namespace uketsuke::crosscheck
