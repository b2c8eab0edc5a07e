#include "harness/run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <regex>
#include <thread>

#include "base/data_root.h"
#include "base/exit_code.h"
#include "base/process/forking_heap.h"
#include "base/process/stop_signals.h"
#include "harness/case_job.h"
#include "harness/collector.h"
#include "harness/loading.h"
#include "harness/output_folder.h"
#include "kernel/main.h"
#include "reports/console/progress.h"
#include "reports/console/summary.h"
#include "reports/html/html.h"
#include "reports/junit/junit.h"

namespace uketsuke::harness {

namespace {

/// Which cases are wanted, as indices into the list.
std::vector<std::size_t> select(const scenario::CaseList& cases, const RunOptions& options) {
  std::optional<std::regex> filter;
  try {
    if (!options.filter.empty()) filter.emplace(options.filter);
  } catch (const std::regex_error& error) {
    throw InputError(InputProblem::bad_value, {"--filter", 0, 0},
                     fmt::format("\"{}\" is not a regular expression: {}", options.filter, error.what()));
  }
  std::vector<std::size_t> wanted;
  for (std::size_t index = 0; index < cases.size(); ++index) {
    const scenario::Case test_case = cases.at(index);
    const auto has_one_of = [&](const std::vector<std::string>& tags) {
      return std::any_of(tags.begin(), tags.end(), [&](const std::string& tag) {
        return std::find(test_case.tags.begin(), test_case.tags.end(), tag) != test_case.tags.end();
      });
    };
    const bool tagged =
        (options.tags.empty() || has_one_of(options.tags)) && !has_one_of(options.skipped_tags);
    if (tagged && (!filter || std::regex_search(test_case.id, *filter))) wanted.push_back(index);
  }
  if (wanted.empty()) {
    throw InputError(InputProblem::empty, {"uketsuke run", 0, 0},
                     fmt::format("none of the {} cases fits --filter, --tag and --skip-tag", cases.size()));
  }
  return wanted;
}

std::vector<reports::RequirementInfo> requirement_infos(const conformance::Catalogue& catalogue) {
  std::vector<reports::RequirementInfo> infos;
  for (const conformance::Requirement& requirement : catalogue.all()) {
    infos.push_back({requirement.id, requirement.text, requirement.requirement_class, requirement.source});
  }
  return infos;
}

/// @return the folder, which is there from now on
std::filesystem::path make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw SystemError(folder.string() + ": cannot create it: " + error.message());
  return folder;
}

/// Where traces go; nothing where none are asked for.
std::optional<trace::TraceOptions> trace_options(const RunOptions& options, const OutputFolder& folder) {
  if (!options.trace && !options.trace_secrets) return std::nullopt;
  make_folder(folder.traces());
  if (options.trace_secrets) {
    std::cerr << "uketsuke: warning: --trace-secrets: the traces in " << folder.traces().string()
              << " show PINs, My Number and photos in the clear\n";
  }
  return trace::TraceOptions{folder.traces(), "Uketsuke " UKETSUKE_VERSION, options.trace_secrets};
}

/// Where OQS files go; nothing where none are asked for.
std::optional<OqsOutput> oqs_output(const RunOptions& options, const OutputFolder& folder) {
  if (!options.oqs) return std::nullopt;
  return OqsOutput{make_folder(folder.oqs()), options.oqs_encoding};
}

/// The order in which cases are started; what they give does not depend on it.
void shuffle_if_asked(std::vector<std::size_t>& order, const RunOptions& options) {
  if (!options.shuffle) return;
  std::mt19937_64 random(options.seed);
  std::shuffle(order.begin(), order.end(), random);
}

/// The wanted cases in two parts, each as positions among the wanted.
struct Parts {
  std::vector<std::size_t> declared;
  std::vector<std::size_t> pixels;  ///< with rendered or recorded faces
};

/// Heads, models and the libraries of the matcher make a fork several times as costly: the many cases that
/// need none of them run before they are loaded.
Parts parts_of(const scenario::CaseList& cases, const std::vector<std::size_t>& wanted,
               const RunOptions& options) {
  Parts parts;
  for (std::size_t position = 0; position < wanted.size(); ++position) {
    const bool declared = cases.at(wanted[position]).vision == scenario::Vision::declared;
    (declared ? parts.declared : parts.pixels).push_back(position);
  }
  shuffle_if_asked(parts.declared, options);
  shuffle_if_asked(parts.pixels, options);
  return parts;
}

DateTime now_in_japan() {
  constexpr auto kOffset = std::chrono::hours(9);
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + kOffset;
}

const char* environment(const char* name) {
  return std::getenv(name);  // NOLINT(concurrency-mt-unsafe): one thread, nobody sets it
}

int exit_code_of(const reports::RunSummary& summary, bool interrupted) {
  if (interrupted) return kInterrupted;
  switch (summary.result()) {
    case record::Result::fail:
      return kFail;
    case record::Result::error:
      return kHarness;
    case record::Result::inconclusive:
      return kFail;
    case record::Result::pass:
    case record::Result::skipped:
      break;
  }
  return kPass;
}

}  // namespace

int run_scenarios(const RunOptions& options) {
  const auto begin = std::chrono::steady_clock::now();
  process::ParentHeap::use();  // before what the cases read is loaded
  const std::filesystem::path data = data_root();
  Loading loading = load_names(data);
  loading.options.seed = options.seed;
  const auto paths = options.paths.empty() ? std::vector{loading.suites} : options.paths;
  const scenario::CaseList cases = scenario::list_paths(paths, loading.library, loading.options);
  const std::vector<std::size_t> wanted = select(cases, options);
  const OutputFolder folder(options.out);

  sim::WarmState warm(data, cache_folder());
  const Parts parts = parts_of(cases, wanted, options);
  for (const std::size_t position : parts.declared) warm.order(cases.at(wanted[position]));
  warm.prepare();

  reports::RunInfo info{
      UKETSUKE_VERSION,
      options.defect ? fmt::format("model with the defect {}", to_name(*options.defect)) : "model",
      options.seed,
      now_in_japan(),
      {}};
  for (const auto& path : options.paths) info.paths.push_back(path.string());
  const auto requirements = requirement_infos(loading.catalogue);
  const reports::Style style = reports::style_for(STDOUT_FILENO, environment);
  reports::ResultsWriter results(folder.results(), info);
  reports::RunSummary summary(requirements);
  const auto progress = reports::make_progress(std::cout, style, wanted.size(), reports::steady_clock());
  Collector collector({data, folder, results, summary, *progress, std::cout, style});

  const process::StopSignals signals;
  const CaseContext context{warm,
                            loading.catalogue,
                            loading.rules,
                            options.defect,
                            data,
                            trace_options(options, folder),
                            parts.pixels.empty() ? std::filesystem::path() : make_folder(folder.pictures()),
                            oqs_output(options, folder)};
  process::IsolationLimits limits;
  limits.lanes = options.jobs;
  std::cout.flush();  // before the first fork: what is buffered would be written twice
  // The children are forked below SystemC's main program: each inherits a kernel that is set up and not yet
  // started.
  in_systemc([&] {
    const auto run_part = [&](const std::vector<std::size_t>& part, unsigned usual_seconds) {
      limits.seconds = options.case_seconds.value_or(usual_seconds);
      process::run_isolated(
          part.size(), [&](std::size_t turn) { return part[turn]; }, limits,
          [&](std::size_t position, process::Outbox& outbox) {
            run_case(cases.at(wanted[position]), context, outbox);
          },
          [&](process::Outcome&& outcome) {
            const std::size_t index = wanted[outcome.index];
            collector.take(std::move(outcome), [&] { return cases.at(index); });
          },
          signals.stopped());
    };
    run_part(parts.declared, kCaseSeconds);
    if (parts.pixels.empty() || signals.stopped()) return;
    // With two processors for each case it may draw ahead on the second one.
    const auto lanes = std::min(static_cast<std::size_t>(limits.lanes), parts.pixels.size());
    limits.one_processor = 2 * lanes > std::thread::hardware_concurrency();
    warm.load_pixels(options.matcher, !limits.one_processor);
    for (const std::size_t position : parts.pixels) warm.order(cases.at(wanted[position]));
    warm.prepare();
    run_part(parts.pixels, kPixelCaseSeconds);
  });
  collector.flush();
  progress->finish();

  const reports::RunEnd end{std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
                            signals.stopped()};
  results.commit(end);
  reports::write_junit(folder.junit(), folder.results(), folder.records());
  reports::write_html(folder.html(), info, requirements, folder.results(), folder.records(),
                      folder.pictures());
  reports::write_table(std::cout, summary, style);
  reports::write_summary_line(std::cout, summary, end, style);
  std::cout << "report: " << folder.html().string() << '\n';
  if (context.trace) std::cout << "traces: " << context.trace->folder.string() << '\n';
  if (context.oqs) std::cout << "OQS files: " << context.oqs->folder.string() << '\n';
  return exit_code_of(summary, signals.stopped());
}

}  // namespace uketsuke::harness
