#pragma once

#include <ostream>

#include "bench/accuracy/evaluation.h"

namespace uketsuke::bench {

/// Writes the evaluation as text for the console, at most about 40 lines.
void write_console(std::ostream& out, const Evaluation& evaluation);

}  // namespace uketsuke::bench
