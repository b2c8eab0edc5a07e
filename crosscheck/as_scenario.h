#pragma once

#include <string>

#include "crosscheck/product.h"

namespace uketsuke::crosscheck {

/// A difference as a suite that `uketsuke run` takes: the path's hands as steps, what chip, camera and
/// service said as `given:`. Its verdict is the reference engine's.
///
/// A path through several receptions has one `given:`; where they contradict each other the last counts.
std::string as_scenario(const Difference& difference, const std::string& name);

}  // namespace uketsuke::crosscheck
