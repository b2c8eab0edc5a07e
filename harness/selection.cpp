#include "harness/selection.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <random>
#include <regex>

#include "base/error.h"

namespace uketsuke::harness {

namespace {

std::optional<std::regex> compiled(const std::string& filter) {
  if (filter.empty()) return std::nullopt;
  try {
    return std::regex(filter);
  } catch (const std::regex_error& error) {
    throw InputError(InputProblem::bad_value, {"--filter", 0, 0},
                     fmt::format("\"{}\" is not a regular expression: {}", filter, error.what()));
  }
}

bool has_one_of(const scenario::Case& test_case, const std::vector<std::string>& tags) {
  return std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
    return std::find(test_case.tags.begin(), test_case.tags.end(), tag) != test_case.tags.end();
  });
}

}  // namespace

std::vector<std::size_t> select(const scenario::CaseList& cases, const Selection& selection) {
  const std::optional<std::regex> filter = compiled(selection.filter);
  std::vector<std::size_t> wanted;
  for (std::size_t index = 0; index < cases.size(); ++index) {
    const scenario::Case test_case = cases.at(index);
    const bool tagged = (selection.tags.empty() || has_one_of(test_case, selection.tags)) &&
                        !has_one_of(test_case, selection.skipped_tags);
    if (tagged && (!filter || std::regex_search(test_case.id, *filter))) wanted.push_back(index);
  }
  if (wanted.empty()) {
    throw InputError(
        InputProblem::empty, {"uketsuke run", 0, 0},
        fmt::format("none of the {} cases matches --filter, --tag and --skip-tag", cases.size()));
  }
  return wanted;
}

Parts parts_of(const scenario::CaseList& cases, const std::vector<std::size_t>& wanted) {
  Parts parts;
  for (std::size_t position = 0; position < wanted.size(); ++position) {
    const bool declared = cases.at(wanted[position]).vision == scenario::Vision::declared;
    (declared ? parts.declared : parts.pixels).push_back(position);
  }
  return parts;
}

void shuffle(Parts& parts, std::uint64_t seed) {
  for (std::vector<std::size_t>* part : {&parts.declared, &parts.pixels}) {
    std::mt19937_64 random(seed);
    std::shuffle(part->begin(), part->end(), random);
  }
}

}  // namespace uketsuke::harness
