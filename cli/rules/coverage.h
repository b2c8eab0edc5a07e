#pragma once

#include <filesystem>
#include <ostream>

#include "conformance/exploration/explore.h"

namespace uketsuke::cli {

/// Follows the records of a run with the reference engine and says which kinds of transition they went
/// through, and which none did, by name.
/// @param records  a folder of records, one a case, as `uketsuke run` writes them
/// @throws InputError: no such folder, no record in it, a record of a case that no suite has
void print_coverage(std::ostream& out, const conformance::Exploration& seen,
                    const std::filesystem::path& records);

}  // namespace uketsuke::cli
