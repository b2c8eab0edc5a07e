#pragma once

#include <filesystem>
#include <ostream>
#include <string>

namespace uketsuke::cli {

struct ExplorationWishes {
  bool figures = false;           ///< print counts and what is broken
  std::filesystem::path graph;    ///< where to draw the states; empty: nowhere
  std::filesystem::path records;  ///< records of a run, for coverage; empty: none
  std::string asks;               ///< a site's four switches, as of conformance::Variant; empty: every site
};

/// Explores the reference engine for every variant and tells what was asked for.
/// @return 0 where every invariant holds and every state can reach idle, 1 otherwise
int report_exploration(std::ostream& out, const ExplorationWishes& wishes);

}  // namespace uketsuke::cli
