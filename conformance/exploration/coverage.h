#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <ostream>
#include <string>

#include "conformance/exploration/explore.h"
#include "conformance/rules/rules.h"
#include "scenarios/model/case.h"

namespace uketsuke::conformance {

using CaseFinder = std::function<std::optional<scenario::Case>(const std::string& case_id)>;

/// Follows the records of a run with the reference engine; prints by name which kinds of transition they
/// covered and which none did.
/// @param records  a folder of records, one per case, as `uketsuke run` writes them
/// @param find     returns the case with an id, or null if no suite has it
/// @throws InputError: no such folder, no record in it, a record of a case that no suite has
void print_coverage(std::ostream& out, const Exploration& seen, const std::filesystem::path& records,
                    const Rules& rules, const CaseFinder& find);

}  // namespace uketsuke::conformance
