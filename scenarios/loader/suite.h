#pragma once

#include <filesystem>
#include <vector>

#include "base/error.h"
#include "scenarios/loader/library.h"
#include "scenarios/loader/scenario.h"

namespace uketsuke::scenario {

/// The cases of several scenarios in order, each created on request.
///
/// Keeps references to the library and the options that it was loaded with.
class CaseList {
 public:
  void add(ScenarioCases scenario);

  std::size_t size() const { return ends_.empty() ? 0 : ends_.back(); }
  Case at(std::size_t index) const;

 private:
  std::vector<ScenarioCases> scenarios_;
  std::vector<std::size_t> ends_;  ///< per scenario: number of cases up to and including it
};

/// Lists the cases of files and of folders, which are searched for `*.yaml` in path order. A file that is
/// reached twice counts once.
/// @throws InputError with the place of the first error; also `empty` for a file without a scenario,
/// `duplicate_name` for one scenario name in two places
CaseList list_paths(const std::vector<std::filesystem::path>& paths, const Library& library,
                    const LoadOptions& options);

/// As `list_paths`, but creates all cases at once.
std::vector<Case> load_paths(const std::vector<std::filesystem::path>& paths, const Library& library,
                             const LoadOptions& options);

/// The cases of one suite file.
std::vector<Case> load_suite(const std::filesystem::path& file, const Library& library,
                             const LoadOptions& options);

/// The first error of every scenario in these paths, in order. Empty: all can be run.
std::vector<InputError> check_paths(const std::vector<std::filesystem::path>& paths, const Library& library,
                                    const LoadOptions& options);

}  // namespace uketsuke::scenario
