#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "conformance/exploration/coverage.h"
#include "conformance/rules/rules.h"

namespace uketsuke::conformance {

struct ExplorationWishes {
  bool figures = false;           ///< print counts and what is broken
  std::filesystem::path graph;    ///< where to draw the states; empty: nowhere
  std::filesystem::path records;  ///< records of a run, for coverage; empty: none
  std::string asks;               ///< a site's four switches, as of conformance::Variant; empty: every site
};

/// Explores the reference engine for every variant and tells what was asked for.
/// @param find  the case of an id, for coverage
/// @return whether every invariant holds and every state can reach idle
bool report_exploration(std::ostream& out, const Rules& rules, const ExplorationWishes& wishes,
                        const CaseFinder& find);

}  // namespace uketsuke::conformance
