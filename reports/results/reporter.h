#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reports/results/case_result.h"
#include "reports/results/run_summary.h"

namespace uketsuke::reports {

/// Files of a finished run, from which reports are made.
struct RunFiles {
  std::filesystem::path results;   ///< results.jsonl
  std::filesystem::path records;   ///< base of relative record paths
  std::filesystem::path pictures;  ///< base of the records' relative picture names; may be missing
  RunInfo info;
  RunEnd end;
  std::vector<RequirementInfo> requirements;  ///< the whole catalogue
  const RunSummary& summary;
};

/// Writes one kind of report after a run.
class Reporter {
 public:
  virtual ~Reporter() = default;

  /// The name on the command line: `--report NAME`.
  virtual std::string name() const = 0;

  /// Default path of the report, relative to the run's output folder. Empty: standard output.
  virtual std::filesystem::path default_file() const = 0;

  /// Writes the report completely or not at all.
  /// @param target  a file; empty: standard output, for reporters with that default
  /// @throws InputError if the results cannot be read, SystemError if the report cannot be written
  virtual void write(const RunFiles& run, const std::filesystem::path& target) const = 0;
};

}  // namespace uketsuke::reports
