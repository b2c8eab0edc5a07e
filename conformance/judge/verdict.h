#pragma once

#include <set>
#include <string>
#include <vector>

#include "record/verdict.h"

namespace uketsuke::conformance {

/// The verdict on a run, with its reasons.
struct CaseVerdict {
  record::Result result = record::Result::pass;
  /// In order of time; includes warnings and notes of a case that passes.
  std::vector<record::Finding> findings;
  std::set<std::string> exercised;  ///< requirements that the run exercised
};

}  // namespace uketsuke::conformance
