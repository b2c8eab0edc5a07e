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

/// Every reporter that there is, in the order in which they write. A new one is registered here.
/// @param console  standard output; outlives the reporters
Reporters all_reporters(std::ostream& console, const reports::Style& style);

/// A report that is wanted.
struct WantedReport {
  const reports::Reporter* reporter;
  std::filesystem::path target;  ///< empty: standard output
};

/// The reports that `--report NAME[=PATH]` asks for; all of them at their default places if there is none.
///
/// Call it before the output folder is made: a run that is refused leaves what an earlier one wrote.
/// @param out  the run's output folder, which may not exist yet
/// @throws InputError placed at `--report`: an unknown name (with the known ones), a name or target given
/// twice, a path that is a folder or cannot be written. Nothing is left at the paths that were tried.
std::vector<WantedReport> wanted_reports(const Reporters& reporters, const std::vector<std::string>& options,
                                         const std::filesystem::path& out);

}  // namespace uketsuke::harness
