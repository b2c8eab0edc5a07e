#include "harness/collector.h"

#include <fmt/format.h>

#include <csignal>
#include <cstring>
#include <utility>

#include "conformance/judge/judge.h"
#include "harness/case_job.h"
#include "reports/console/summary.h"
#include "reports/results/results_json.h"

namespace uketsuke::harness {

namespace {

constexpr std::size_t kLastEvents = 5;

/// The last lines of a text. Used for the events before a crash.
std::string tail(const std::string& text, std::size_t lines) {
  std::size_t at = text.size();
  for (std::size_t i = 0; i <= lines && at != std::string::npos && at > 0; ++i) at = text.rfind('\n', at - 1);
  return at == std::string::npos || at == 0 ? text : text.substr(at + 1);
}

std::string cause_of(int signal) {
  if (signal == SIGALRM) return "took too long (SIGALRM)";
  if (signal != 0) return fmt::format("crashed (SIG{}, {})", sigabbrev_np(signal), sigdescr_np(signal));
  return "ended without a result";
}

reports::CaseResult crashed(const scenario::Case& test_case, const std::filesystem::path& data,
                            const process::Outcome& outcome) {
  reports::CaseResult result = describe(test_case, data);
  std::string cause = "the process of the case " + cause_of(outcome.signal);
  if (!outcome.note.empty()) cause += " in " + outcome.note;
  auto verdict = conformance::harness_error(cause);
  result.result = verdict.result;
  result.findings = std::move(verdict.findings);
  result.crash = cause + "\n" + tail(outcome.record, kLastEvents);
  return result;
}

}  // namespace

void Collector::take(process::Outcome&& outcome, const std::function<scenario::Case()>& test_case) {
  reports::CaseResult result = outcome.complete
                                   ? reports::case_from_json(nlohmann::json::parse(outcome.result))
                                   : crashed(test_case(), sinks_.data, outcome);
  if (!outcome.record.empty()) result.record_path = sinks_.folder.write_record(result.id, outcome.record);
  sinks_.progress.add(result.result);
  waiting_.emplace(outcome.index, std::move(result));
  while (!waiting_.empty() && waiting_.begin()->first == next_) {
    write(waiting_.begin()->second);
    waiting_.erase(waiting_.begin());
    ++next_;
  }
}

void Collector::flush() {
  for (const auto& [index, result] : waiting_) write(result);
  waiting_.clear();
}

void Collector::write(const reports::CaseResult& result) {
  sinks_.results.add(result);
  sinks_.summary.add(result);
  if (result.result == record::Result::pass || result.result == record::Result::skipped) return;
  sinks_.progress.clear();
  reports::write_case_line(sinks_.console, result, sinks_.style, sinks_.folder.records().string());
}

}  // namespace uketsuke::harness
