#pragma once

#include <ostream>

#include "bench/accuracy/evaluation.h"

namespace uketsuke::bench {

/// The evaluation as text for a person, at most about 40 lines.
void write_console(std::ostream& out, const Evaluation& evaluation);

}  // namespace uketsuke::bench
