#pragma once

#include "reports/html/html.h"
#include "reports/results/reporter.h"

namespace uketsuke::reports {

/// `--report html`: one self-contained page.
class HtmlReporter : public Reporter {
 public:
  std::string name() const override { return "html"; }
  std::filesystem::path default_file() const override { return "report.html"; }
  void write(const RunFiles& run, const std::filesystem::path& target) const override {
    write_html(target, run.info, run.requirements, run.results, run.records, run.pictures);
  }
};

}  // namespace uketsuke::reports
