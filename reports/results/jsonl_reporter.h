#pragma once

#include "reports/results/reporter.h"

namespace uketsuke::reports {

/// `--report jsonl`: the results, one JSON object per line. A run always writes them to DIR/results.jsonl,
/// because the other reports are made from them; with a path this is a copy.
class JsonlReporter : public Reporter {
 public:
  std::string name() const override { return "jsonl"; }
  std::filesystem::path default_file() const override { return "results.jsonl"; }
  void write(const RunFiles& run, const std::filesystem::path& target) const override;
};

}  // namespace uketsuke::reports
