#pragma once

#include <set>
#include <string>
#include <vector>

#include "record/verdict.h"

namespace uketsuke::conformance {

/// What a run is judged to be, and why.
struct CaseVerdict {
  record::Result result = record::Result::pass;
  std::vector<record::Finding> findings;  ///< in order of time; also warnings and notes of a case that passes
  std::set<std::string> exercised;        ///< requirements that the run really put to the test
};

}  // namespace uketsuke::conformance
