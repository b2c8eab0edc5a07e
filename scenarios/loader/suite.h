#pragma once

#include <filesystem>
#include <vector>

#include "base/error.h"
#include "scenarios/loader/library.h"
#include "scenarios/loader/scenario.h"

namespace uketsuke::scenario {

/// The cases of one suite file: one or more YAML documents, each a scenario.
/// @throws InputError with the place of the first thing that is wrong; `empty` for a file without a scenario
std::vector<Case> load_suite(const std::filesystem::path& file, const Library& library,
                             const LoadOptions& options);

/// The cases of files and of folders, which are walked for `*.yaml` in order of their paths. A file that is
/// reached twice counts once.
/// @throws InputError like `load_suite`; also `duplicate_name` for one scenario name in two places.
std::vector<Case> load_paths(const std::vector<std::filesystem::path>& paths, const Library& library,
                             const LoadOptions& options);

/// What is wrong in these paths: the first error of every scenario, in order. Empty: they can be run.
std::vector<InputError> check_paths(const std::vector<std::filesystem::path>& paths, const Library& library,
                                    const LoadOptions& options);

}  // namespace uketsuke::scenario
