#pragma once

#include "reports/junit/junit.h"
#include "reports/results/reporter.h"

namespace uketsuke::reports {

/// `--report junit`: JUnit XML for CI systems.
class JunitReporter : public Reporter {
 public:
  std::string name() const override { return "junit"; }
  std::filesystem::path default_file() const override { return "junit.xml"; }
  void write(const RunFiles& run, const std::filesystem::path& target) const override {
    write_junit(target, run.results, run.records);
  }
};

}  // namespace uketsuke::reports
