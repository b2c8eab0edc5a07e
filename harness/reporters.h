#pragma once

#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "reports/console/style.h"
#include "reports/results/reporter.h"

namespace uketsuke::harness {

using Reporters = std::vector<std::unique_ptr<reports::Reporter>>;

/// All reporters, in the order in which they write. Register a new one here.
/// @param console standard output; outlives the reporters
Reporters all_reporters(std::ostream& console, const reports::Style& style);

/// A selected report.
struct WantedReport {
  const reports::Reporter* reporter;
  std::filesystem::path target;  ///< empty: standard output
};

/// The reports that `--report NAME[=PATH]` selects. Without the option, all reports at their default places.
///
/// Call it before the output folder is created, so that a run with wrong options leaves an earlier run's
/// files alone.
/// @param out the run's output folder, which may not exist yet
/// @throws InputError placed at `--report`: an unknown name (with the known ones), a name or target given
/// twice, a path that is a folder or cannot be written. Leaves no file at the paths that it tried.
std::vector<WantedReport> wanted_reports(const Reporters& reporters, const std::vector<std::string>& options,
                                         const std::filesystem::path& out);

}  // namespace uketsuke::harness
