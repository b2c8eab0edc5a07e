#include "reports/results/run_summary.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace uketsuke::reports {

using record::RequirementClass;
using record::Result;

std::size_t Counts::total() const {
  return std::accumulate(by_result.begin(), by_result.end(), std::size_t{0});
}

RunSummary::RunSummary(const std::vector<RequirementInfo>& catalogue) {
  for (const RequirementInfo& info : catalogue) {
    requirement_index_[info.id] = coverage_.size();
    coverage_.push_back({info});
  }
}

void RunSummary::add(const CaseResult& result) {
  counts_.add(result.result);
  simulated_ += result.simulated;

  const auto [place, fresh] = suite_index_.emplace(result.suite_file, suites_.size());
  if (fresh) suites_.push_back({result.suite_file, {}, {}, 0});
  SuiteSummary& suite = suites_[place->second];
  suite.counts.add(result.result);
  suite.simulated += result.simulated;
  suite.wall_seconds += result.wall_seconds;

  std::set<std::string> found;
  for (const auto& finding : result.findings) found.insert(finding.requirement);
  std::set<std::string> touched(result.requirements.begin(), result.requirements.end());
  touched.insert(result.exercised.begin(), result.exercised.end());
  touched.insert(found.begin(), found.end());

  // What a case exercised before it was aborted proves nothing, since it was not judged; nor does a case that
  // was not run.
  const bool judged = result.result == Result::pass || result.result == Result::fail;
  for (const std::string& id : touched) {
    const auto known = requirement_index_.find(id);
    if (known == requirement_index_.end()) continue;
    RequirementCoverage& requirement = coverage_[known->second];
    if (judged && found.count(id) != 0) {  // a case may pass although it misses a recommendation
      ++requirement.failed;
    } else if (judged && result.exercised.count(id) != 0) {
      ++requirement.passed;
    } else {
      ++requirement.not_exercised;
    }
  }
}

std::size_t RunSummary::required() const {
  return static_cast<std::size_t>(std::count_if(coverage_.begin(), coverage_.end(), [](const auto& entry) {
    return entry.info.requirement_class == RequirementClass::required;
  }));
}

std::size_t RunSummary::required_exercised() const {
  return static_cast<std::size_t>(std::count_if(coverage_.begin(), coverage_.end(), [](const auto& entry) {
    return entry.info.requirement_class == RequirementClass::required && entry.exercised();
  }));
}

Result RunSummary::result() const {
  for (const Result worst : {Result::fail, Result::error, Result::inconclusive, Result::pass}) {
    if (counts_.of(worst) > 0) return worst;
  }
  return Result::skipped;
}

}  // namespace uketsuke::reports
