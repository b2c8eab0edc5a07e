#include "reports/console/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "reports/console/display_width.h"
#include "reports/console/paint.h"

namespace uketsuke::reports {

namespace {

using record::Result;

std::string label_of(Result result) {
  std::string label(to_name(result));
  for (char& c : label) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return label;
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

/// The finding shown in the one line: the first required one, else the first.
const record::Finding* leading_finding(const CaseResult& result) {
  const auto& findings = result.findings;
  if (findings.empty()) return nullptr;
  const auto required = std::find_if(findings.begin(), findings.end(), [](const record::Finding& finding) {
    return finding.requirement_class == record::RequirementClass::required;
  });
  return required != findings.end() ? &*required : &findings.front();
}

std::string plural(std::size_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// A number in a column of the table; zero becomes a dot, so that other numbers stand out.
std::string cell(std::size_t count, Result result, const Style& style) {
  const std::string text = fmt::format("{:>7}", count == 0 ? "·" : std::to_string(count));
  return count == 0 ? paint(text, "2", style) : paint(text, sgr_of(result), style);
}

void write_row(std::ostream& out, const std::string& name, std::size_t name_width, const Counts& counts,
               Duration simulated, const Style& style) {
  out << pad(name, name_width) << fmt::format("{:>7}", counts.total())
      << cell(counts.of(Result::pass), Result::pass, style)
      << cell(counts.of(Result::fail), Result::fail, style)
      << cell(counts.of(Result::inconclusive), Result::inconclusive, style)
      << cell(counts.of(Result::error), Result::error, style)
      << cell(counts.of(Result::skipped), Result::skipped, style)
      << fmt::format("{:>13}\n", format_duration(simulated));
}

}  // namespace

void write_case_line(std::ostream& out, const CaseResult& result, const Style& style,
                     const std::string& records_root) {
  if (result.result == Result::pass || result.result == Result::skipped) return;
  std::string line =
      paint(label_of(result.result), sgr_of(result.result), style) + " " + printable(result.id);
  const record::Finding* finding = leading_finding(result);
  if (finding != nullptr) {
    line += fmt::format("  {} ({})", printable(finding->message), format_duration(finding->time));
    if (!finding->requirement.empty()) line += fmt::format(" [{}]", printable(finding->requirement));
    if (result.findings.size() > 1) line += fmt::format(" +{} more", result.findings.size() - 1);
  }
  if (!result.crash.empty()) line += "  " + printable(first_line(result.crash));
  if (!result.record_path.empty()) {
    const std::string root = records_root.empty() ? "" : records_root + "/";
    line += "  " + paint(printable(root + result.record_path), "2", style);
  }
  out << line << '\n';
}

void write_table(std::ostream& out, const RunSummary& summary, const Style& style) {
  constexpr std::size_t kNumbers = 6 * 7 + 13;
  std::size_t name_width = std::string_view("all suites").size();
  for (const SuiteSummary& suite : summary.suites())
    name_width = std::max(name_width, display_width(printable(suite.file)));
  const auto width = static_cast<std::size_t>(style.width);
  name_width = std::min(name_width, std::max<std::size_t>(width > kNumbers ? width - kNumbers : 0, 16));

  out << paint(pad("suite", name_width) + "  cases   pass   fail   inc.  error   skip    simulated", "1",
               style)
      << '\n';
  Duration simulated{};
  for (const SuiteSummary& suite : summary.suites()) {
    write_row(out, printable(suite.file), name_width, suite.counts, suite.simulated, style);
    simulated += suite.simulated;
  }
  if (summary.suites().size() != 1)
    write_row(out, "all suites", name_width, summary.counts(), simulated, style);

  constexpr int kNamed = 10;  // the report lists them all
  std::string untested;
  int count = 0;
  for (const RequirementCoverage& entry : summary.coverage()) {
    if (entry.info.requirement_class != record::RequirementClass::required || entry.exercised()) continue;
    if (++count <= kNamed) untested += (untested.empty() ? "" : ", ") + printable(entry.info.id);
  }
  if (count > kNamed) untested += fmt::format(" and {} more", count - kNamed);
  if (!untested.empty()) out << "required, not exercised: " << untested << '\n';
}

void write_summary_line(std::ostream& out, const RunSummary& summary, const RunEnd& end, const Style& style) {
  const Counts& counts = summary.counts();
  const auto part = [&](Result result, const std::string& text) {
    return counts.of(result) == 0 ? text : paint(text, sgr_of(result), style);
  };
  std::string line = plural(counts.total(), "case") + ": " +
                     part(Result::pass, fmt::format("{} passed", counts.of(Result::pass)));
  const auto more = [&](Result result, const std::string& text) {
    if (counts.of(result) > 0) line += ", " + part(result, text);
  };
  more(Result::fail, fmt::format("{} failed", counts.of(Result::fail)));
  more(Result::inconclusive, fmt::format("{} inconclusive", counts.of(Result::inconclusive)));
  more(Result::error, plural(counts.of(Result::error), "error"));
  more(Result::skipped, fmt::format("{} skipped", counts.of(Result::skipped)));
  if (summary.required() > 0) {
    line += fmt::format("; {} of {} required requirements exercised", summary.required_exercised(),
                        summary.required());
  }
  line += fmt::format("; {:.2f} s", end.wall_seconds);
  if (end.interrupted) line += " (interrupted: not every case was run)";
  out << line << '\n';
}

}  // namespace uketsuke::reports
