#pragma once

#include <ostream>

#include "cli/evaluate/evaluation.h"

namespace uketsuke::cli {

/// The evaluation as text for a person, at most about 40 lines.
void write_console(std::ostream& out, const Evaluation& evaluation);

}  // namespace uketsuke::cli
