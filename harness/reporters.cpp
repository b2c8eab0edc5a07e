#include "harness/reporters.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/nearest.h"
#include "reports/console/console_reporter.h"
#include "reports/html/html_reporter.h"
#include "reports/junit/junit_reporter.h"
#include "reports/results/jsonl_reporter.h"

namespace uketsuke::harness {

namespace {

namespace fs = std::filesystem;

const reports::Reporter& reporter_named(const Reporters& reporters, const std::string& name) {
  std::vector<std::string> known;
  for (const auto& reporter : reporters) {
    if (reporter->name() == name) return *reporter;
    known.push_back(reporter->name());
  }
  throw InputError(InputProblem::unknown_name, {"--report", 0, 0},
                   fmt::format("unknown report \"{}\" (known: {})", name, fmt::join(known, ", ")));
}

/// @param out the run's output folder, which may not exist yet: the run creates it
void check_writable(const fs::path& target, const fs::path& out) {
  std::error_code error;
  if (fs::is_directory(target, error)) {
    throw InputError(InputProblem::bad_value, {"--report", 0, 0},
                     fmt::format("{} is a folder; name a file", target.string()));
  }
  const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
  if (!fs::exists(out, error) && fs::weakly_canonical(folder) == fs::weakly_canonical(out)) return;
  try {
    AtomicFile probe(target);
  } catch (const SystemError& cause) {
    throw InputError(InputProblem::unreadable, {"--report", 0, 0},
                     fmt::format("{} cannot be written ({})", target.string(), cause.what()));
  }
}

}  // namespace

Reporters all_reporters(std::ostream& console, const reports::Style& style) {
  Reporters reporters;
  reporters.push_back(std::make_unique<reports::JsonlReporter>());
  reporters.push_back(std::make_unique<reports::JunitReporter>());
  reporters.push_back(std::make_unique<reports::HtmlReporter>());
  reporters.push_back(std::make_unique<reports::ConsoleReporter>(console, style));
  return reporters;
}

std::vector<WantedReport> wanted_reports(const Reporters& reporters, const std::vector<std::string>& options,
                                         const fs::path& out) {
  const auto at_default = [&](const reports::Reporter& reporter) {
    return reporter.default_file().empty() ? fs::path() : out / reporter.default_file();
  };
  std::vector<WantedReport> wanted;
  for (const std::string& option : options) {
    const std::size_t equals = option.find('=');
    const reports::Reporter& reporter = reporter_named(reporters, option.substr(0, equals));
    if (equals == std::string::npos) {
      wanted.push_back({&reporter, at_default(reporter)});
      continue;
    }
    const fs::path target = option.substr(equals + 1);
    if (target.empty()) {
      throw InputError(InputProblem::bad_value, {"--report", 0, 0},
                       fmt::format("\"{}\" has no file name; write {}=FILE", option, reporter.name()));
    }
    wanted.push_back({&reporter, target});
  }
  if (options.empty()) {
    for (const auto& reporter : reporters) wanted.push_back({reporter.get(), at_default(*reporter)});
  }
  std::set<fs::path> targets;
  for (const WantedReport& report : wanted) {
    if (!report.target.empty()) check_writable(report.target, out);
    const fs::path place = report.target.empty() ? report.target : fs::weakly_canonical(report.target);
    if (!targets.insert(place).second) {
      throw InputError(
          InputProblem::duplicate_key, {"--report", 0, 0},
          report.target.empty()
              ? fmt::format("\"{}\" is given twice", report.reporter->name())
              : fmt::format("two reports are written to {}; give each its own file", report.target.string()));
    }
  }
  // The order of the list: the console comes last, below the other reporters' lines.
  std::stable_sort(wanted.begin(), wanted.end(), [&](const WantedReport& a, const WantedReport& b) {
    const auto rank = [&](const WantedReport& report) {
      return std::find_if(reporters.begin(), reporters.end(),
                          [&](const auto& one) { return one.get() == report.reporter; }) -
             reporters.begin();
    };
    return rank(a) < rank(b);
  });
  return wanted;
}

}  // namespace uketsuke::harness
