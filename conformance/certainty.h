#pragma once

#include "base/enum_names.h"

namespace uketsuke::conformance {

/// How well a requirement or a rule is supported by public sources.
UKETSUKE_ENUM(Certainty,
              seen,  ///< stated in public material
              /// Follows from public material, or from public programs that implement the official documents.
              inferred,
              parameter,  ///< no public source; a named value with a stated default
)

}  // namespace uketsuke::conformance
