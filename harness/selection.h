#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/loader/suite.h"

namespace uketsuke::harness {

/// Which cases of a list to run.
struct Selection {
  std::string filter;             ///< regular expression (ECMAScript) that the id must match; empty: any
  std::vector<std::string> tags;  ///< a case needs one of these; empty: any
  std::vector<std::string> skipped_tags;  ///< a case must have none of these
};

/// The positions of the selected cases, in the order of the list.
/// @throws InputError if the filter is not a regular expression, or if no case is selected
std::vector<std::size_t> select(const scenario::CaseList& cases, const Selection& selection);

/// The selected cases in two parts, each as positions in the list of selected cases.
///
/// Heads, models and the matcher's libraries make a fork several times as expensive. So the many cases
/// without pixels run before these are loaded.
struct Parts {
  std::vector<std::size_t> declared;
  std::vector<std::size_t> pixels;  ///< with rendered or recorded faces
};
Parts parts_of(const scenario::CaseList& cases, const std::vector<std::size_t>& wanted);

/// Shuffles the order in which cases start. Results do not depend on it.
void shuffle(Parts& parts, std::uint64_t seed);

}  // namespace uketsuke::harness
