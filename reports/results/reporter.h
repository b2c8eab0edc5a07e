#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reports/results/case_result.h"
#include "reports/results/run_summary.h"

namespace uketsuke::reports {

/// What a finished run left, for the reports that are made of it.
struct RunFiles {
  std::filesystem::path results;   ///< results.jsonl
  std::filesystem::path records;   ///< folder that record paths are relative to
  std::filesystem::path pictures;  ///< folder that the records' pictures are relative to; may be missing
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

  /// Where the report goes by default, below the run's output folder. Empty: standard output.
  virtual std::filesystem::path default_file() const = 0;

  /// Writes the report whole or not at all.
  /// @param target  a file; empty: standard output, for reporters whose default that is
  /// @throws InputError if the results cannot be read, SystemError if the report cannot be written
  virtual void write(const RunFiles& run, const std::filesystem::path& target) const = 0;
};

}  // namespace uketsuke::reports
