#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/enum_names.h"
#include "reports/results/case_result.h"

namespace uketsuke::reports {

/// Number of cases by result.
struct Counts {
  std::array<std::size_t, kEnumCount<record::Result>> by_result{};  ///< indexed by record::Result

  void add(record::Result result) { ++by_result[static_cast<std::size_t>(result)]; }
  std::size_t of(record::Result result) const { return by_result[static_cast<std::size_t>(result)]; }
  std::size_t total() const;
};

/// The cases of one suite file.
struct SuiteSummary {
  std::string file;
  Counts counts;
  Duration simulated{};
  double wall_seconds = 0;
};

/// What the run shows about one requirement.
struct RequirementCoverage {
  RequirementInfo info;
  std::size_t passed = 0;         ///< cases that exercised it without a finding
  std::size_t failed = 0;         ///< cases with a finding about it
  std::size_t not_exercised = 0;  ///< cases that name it, or reached it, and did not judge it

  bool exercised() const { return passed + failed > 0; }
};

/// Adds up the cases of a run one by one, without keeping them.
class RunSummary {
 public:
  explicit RunSummary(const std::vector<RequirementInfo>& catalogue = {});

  void add(const CaseResult& result);

  const Counts& counts() const { return counts_; }
  const std::vector<SuiteSummary>& suites() const { return suites_; }             ///< in order of appearance
  const std::vector<RequirementCoverage>& coverage() const { return coverage_; }  ///< in catalogue order
  Duration simulated() const { return simulated_; }

  std::size_t required() const;            ///< requirements of class required in the catalogue
  std::size_t required_exercised() const;  ///< number of those that some case exercised

  /// The verdict of the run: fail before error before inconclusive before pass; skipped only if all cases are
  /// skipped.
  record::Result result() const;

 private:
  Counts counts_;
  Duration simulated_{};
  std::vector<SuiteSummary> suites_;
  std::map<std::string, std::size_t> suite_index_;
  std::vector<RequirementCoverage> coverage_;
  std::map<std::string, std::size_t> requirement_index_;
};

}  // namespace uketsuke::reports
