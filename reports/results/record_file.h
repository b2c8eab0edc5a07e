#pragma once

#include <filesystem>
#include <string>

#include "record/record.h"

namespace uketsuke::reports {

/// The path of a case's record.
/// @throws InputError for a path that leads out of `root`.
std::filesystem::path path_inside(const std::filesystem::path& root, const std::string& relative);

/// Reads the record of a case from disk.
/// @throws InputError: unreadable, a path that leads out of `root`, or not a record.
record::Record read_record(const std::filesystem::path& root, const std::string& relative);

}  // namespace uketsuke::reports
