#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "conformance/exploration/coverage.h"
#include "conformance/rules/rules.h"

namespace uketsuke::conformance {

struct ExplorationWishes {
  bool figures = false;           ///< print counts and violations
  std::filesystem::path graph;    ///< file for the state graph; empty: none
  std::filesystem::path records;  ///< records of a run, for coverage; empty: none
  std::string asks;               ///< a site's four switches, as in conformance::Variant; empty: every site
};

/// Explores the reference engine for every variant and prints what was requested.
/// @param find  returns the case with an id, for coverage
/// @return whether every invariant holds and every state can reach idle
bool report_exploration(std::ostream& out, const Rules& rules, const ExplorationWishes& wishes,
                        const CaseFinder& find);

}  // namespace uketsuke::conformance
