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

/// Collects the results of the cases' processes, in any order, and writes them in the order of the cases.
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

  /// @param test_case makes the case of the outcome; called only if it brought no result
  void take(process::Outcome&& outcome, const std::function<scenario::Case()>& test_case);

  /// After an interruption: writes the results that wait for a case that never ended.
  void flush();

 private:
  Sinks sinks_;
  std::size_t next_ = 0;
  std::map<std::size_t, reports::CaseResult> waiting_;

  void write(const reports::CaseResult& result);
};

}  // namespace uketsuke::harness
