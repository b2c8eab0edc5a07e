#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/loader/suite.h"

namespace uketsuke::harness {

/// Which cases of a list are run.
struct Selection {
  std::string filter;                     ///< regular expression (ECMAScript) that the id matches; empty: any
  std::vector<std::string> tags;          ///< a case has one of these; empty: any
  std::vector<std::string> skipped_tags;  ///< a case has none of these
};

/// The positions of the wanted cases, in the order of the list.
/// @throws InputError for a filter that is no regular expression, and if no case is wanted
std::vector<std::size_t> select(const scenario::CaseList& cases, const Selection& selection);

/// The wanted cases in two parts, each as positions in the list of wanted cases.
///
/// Heads, models and the matcher's libraries make a fork several times as costly, so the many cases that need
/// none of them run before these are loaded.
struct Parts {
  std::vector<std::size_t> declared;
  std::vector<std::size_t> pixels;  ///< with rendered or recorded faces
};
Parts parts_of(const scenario::CaseList& cases, const std::vector<std::size_t>& wanted);

/// Shuffles the order in which cases are started. What they give does not depend on it.
void shuffle(Parts& parts, std::uint64_t seed);

}  // namespace uketsuke::harness
