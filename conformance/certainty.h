#pragma once

#include "base/enum_names.h"

namespace uketsuke::conformance {

/// How sure a requirement, or a rule, is.
enum class Certainty {
  seen,       ///< read in public material
  inferred,   ///< follows from what was read, or from public programs that follow the official documents
  parameter,  ///< no public source says it; a named value with a stated default
};

constexpr auto enum_names(Certainty) {
  return EnumNames<Certainty, 3>{
      {{Certainty::seen, "seen"}, {Certainty::inferred, "inferred"}, {Certainty::parameter, "parameter"}}};
}

}  // namespace uketsuke::conformance
