#pragma once

#include "base/enum_names.h"

namespace uketsuke::conformance {

/// How sure a requirement, or a rule, is.
UKETSUKE_ENUM(
    Certainty,
    seen,       ///< read in public material
    inferred,   ///< follows from what was read, or from public programs that follow the official documents
    parameter,  ///< no public source says it; a named value with a stated default
)

}  // namespace uketsuke::conformance
