#pragma once

#include <functional>
#include <map>
#include <memory>
#include <ostream>

#include "base/process/isolated.h"
#include "harness/output_folder.h"
#include "reports/console/progress.h"
#include "reports/console/style.h"
#include "reports/results/results_file.h"
#include "reports/results/run_summary.h"
#include "scenarios/model/case.h"

namespace uketsuke::harness {

/// Takes in what the cases' processes bring, in whatever order they end, and writes it in the order of the
/// cases.
class Collector {
 public:
  struct Sinks {
    std::filesystem::path data;  ///< as in CaseContext
    const OutputFolder& folder;
    reports::ResultsWriter& results;
    reports::RunSummary& summary;
    reports::Progress& progress;
    std::ostream& console;
    const reports::Style& style;
  };

  explicit Collector(const Sinks& sinks) : sinks_(sinks) {}

  /// @param test_case makes the case that the outcome is of, needed where it brought no result
  void take(process::Outcome&& outcome, const std::function<scenario::Case()>& test_case);

  /// After an interruption: writes what waits for a case that never came.
  void flush();

 private:
  Sinks sinks_;
  std::size_t next_ = 0;
  std::map<std::size_t, reports::CaseResult> waiting_;

  void write(const reports::CaseResult& result);
};

}  // namespace uketsuke::harness
