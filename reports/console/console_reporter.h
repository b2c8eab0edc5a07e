#pragma once

#include <ostream>

#include "reports/console/style.h"
#include "reports/results/reporter.h"

namespace uketsuke::reports {

/// `--report console`: a table with one row per suite file, and one line for the run. During the run,
/// progress and failed cases are shown on the same console.
class ConsoleReporter : public Reporter {
 public:
  /// @param out  standard output; must outlive this object
  ConsoleReporter(std::ostream& out, const Style& style) : out_(out), style_(style) {}

  std::string name() const override { return "console"; }
  std::filesystem::path default_file() const override { return {}; }
  void write(const RunFiles& run, const std::filesystem::path& target) const override;

 private:
  std::ostream& out_;
  Style style_;
};

}  // namespace uketsuke::reports
