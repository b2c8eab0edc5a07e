#include "harness/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "base/exit_code.h"
#include "base/process/stop_signals.h"
#include "harness/case_job.h"
#include "harness/collector.h"
#include "harness/loading.h"
#include "harness/output_folder.h"
#include "harness/reporters.h"
#include "reports/console/progress.h"

namespace uketsuke::harness {

namespace {

/// The part of a case that a device gets.
scenario::World world_of(const scenario::Case& one) {
  return one;  // NOLINT(cppcoreguidelines-slicing): never its script and expectations
}

std::vector<reports::RequirementInfo> requirement_infos(const conformance::Catalogue& catalogue) {
  std::vector<reports::RequirementInfo> infos;
  for (const conformance::Requirement& requirement : catalogue.all()) {
    infos.push_back({requirement.id, requirement.text, requirement.requirement_class, requirement.source});
  }
  return infos;
}

DateTime now_in_japan() {
  constexpr auto kOffset = std::chrono::hours(9);
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + kOffset;
}

reports::RunInfo run_info(const RunOptions& options, const dut::DeviceSource& devices) {
  reports::RunInfo info{UKETSUKE_VERSION, devices.name(), options.seed, now_in_japan(), {}};
  for (const auto& path : options.paths) info.paths.push_back(path.string());
  return info;
}

int exit_code_of(const reports::RunSummary& summary, bool interrupted) {
  if (interrupted) return kInterrupted;
  switch (summary.result()) {
    case record::Result::fail:
    case record::Result::inconclusive:
      return kFail;
    case record::Result::error:
      return kHarness;
    case record::Result::pass:
    case record::Result::skipped:
      break;
  }
  return kPass;
}

/// One run: the selected cases and what they need.
class Run {
 public:
  Run(const RunOptions& options, dut::DeviceSource& devices, const scenario::CaseList& cases,
      const CaseContext& context)
      : options_(options),
        devices_(devices),
        cases_(cases),
        wanted_(select(cases, options.selection)),
        parts_(parts_of(cases, wanted_)),
        context_(context) {
    if (options.shuffle) shuffle(parts_, options.seed);
  }

  std::size_t size() const { return wanted_.size(); }
  bool has_pixels() const { return !parts_.pixels.empty(); }

  /// Makes keys, cards and whatever else the cases with declared faces need.
  void prepare() { prepare(parts_.declared, false); }

  /// Runs all cases, those with pixels last. Returns early once `stop` is true.
  void perform(Collector& collector, const std::atomic<bool>& stop) {
    process::IsolationLimits limits;
    limits.lanes = options_.jobs;
    // Children are forked inside the device's own frame: each inherits what is set up but not yet started.
    devices_.run([&] {
      perform(parts_.declared, kCaseSeconds, limits, collector, stop);
      if (parts_.pixels.empty() || stop) return;
      // With two processors per case, a case may render ahead on the second one.
      const auto lanes = std::min(static_cast<std::size_t>(limits.lanes), parts_.pixels.size());
      limits.one_processor = 2 * lanes > std::thread::hardware_concurrency();
      prepare(parts_.pixels, !limits.one_processor);
      perform(parts_.pixels, kPixelCaseSeconds, limits, collector, stop);
    });
  }

  CaseContext& context() { return context_; }

 private:
  const RunOptions& options_;
  dut::DeviceSource& devices_;
  const scenario::CaseList& cases_;
  std::vector<std::size_t> wanted_;
  Parts parts_;
  CaseContext context_;

  void prepare(const std::vector<std::size_t>& part, bool spare_processor) {
    devices_.prepare(
        part.size(), [&](std::size_t i) { return world_of(cases_.at(wanted_[part[i]])); }, spare_processor);
  }

  void perform(const std::vector<std::size_t>& part, unsigned usual_seconds, process::IsolationLimits limits,
               Collector& collector, const std::atomic<bool>& stop) {
    limits.seconds = options_.case_seconds.value_or(usual_seconds);
    process::run_isolated(
        part.size(), [&](std::size_t turn) { return part[turn]; }, limits,
        [&](std::size_t position, process::Outbox& outbox) {
          run_case(cases_.at(wanted_[position]), context_, outbox);
        },
        [&](process::Outcome&& outcome) {
          const std::size_t index = wanted_[outcome.index];
          collector.take(std::move(outcome), [&] { return cases_.at(index); });
        },
        stop);
  }
};

/// Creates the folders below the output folder, after every other check has passed.
void make_folders(CaseContext& context, const RunOptions& options, const OutputFolder& folder, bool pixels) {
  if (options.trace) context.traces = make_folder(folder.traces());
  if (pixels) context.pictures = make_folder(folder.pictures());
  if (options.oqs) context.oqs = OqsOutput{make_folder(folder.oqs()), options.oqs_encoding};
}

void say_where(std::ostream& out, const std::vector<WantedReport>& reports, const CaseContext& context) {
  for (const WantedReport& report : reports) {
    if (report.reporter->name() == "html") out << "report: " << report.target.string() << '\n';
  }
  if (context.traces) out << "traces: " << context.traces->string() << '\n';
  if (context.oqs) out << "OQS files: " << context.oqs->folder.string() << '\n';
}

}  // namespace

void print_hierarchy(const RunOptions& options, dut::DeviceSource& devices, std::ostream& out) {
  const Loading loading = load_names(options.data);
  const auto paths = options.paths.empty() ? std::vector{loading.suites} : options.paths;
  const scenario::CaseList cases = scenario::list_paths(paths, loading.library, loading.options);
  const std::vector<std::size_t> wanted = select(cases, options.selection);
  const Parts parts = parts_of(cases, wanted);
  if (parts.declared.empty()) {
    throw InputError(InputProblem::empty, {"--print-hierarchy", 0, 0},
                     "all selected cases have rendered or recorded faces; select one without");
  }
  scenario::World world = world_of(cases.at(wanted[parts.declared.front()]));
  devices.prepare(
      1, [&](std::size_t) -> scenario::World { return world; }, false);
  devices.print_hierarchy(out, world);
}

int run_scenarios(const RunOptions& options, dut::DeviceSource& devices, const Console& console) {
  const auto begin = std::chrono::steady_clock::now();
  if (options.trace && !devices.writes_traces()) {
    throw InputError(InputProblem::bad_value, {"--trace", 0, 0},
                     fmt::format("the device \"{}\" cannot write traces; leave out --trace", devices.name()));
  }
  Loading loading = load_names(options.data);
  loading.options.seed = options.seed;
  const auto paths = options.paths.empty() ? std::vector{loading.suites} : options.paths;
  const scenario::CaseList cases = scenario::list_paths(paths, loading.library, loading.options);
  Run run(options, devices, cases, CaseContext{devices, loading.catalogue, loading.rules, options.data});
  const Reporters reporters = all_reporters(console.out, console.style);
  const std::vector<WantedReport> wanted = wanted_reports(reporters, options.reports, options.out);
  const OutputFolder folder(options.out);
  run.prepare();

  const reports::RunInfo info = run_info(options, devices);
  const auto requirements = requirement_infos(loading.catalogue);
  reports::ResultsWriter results(folder.results(), info);
  reports::RunSummary summary(requirements);
  const auto progress =
      reports::make_progress(console.out, console.style, run.size(), reports::steady_clock());
  Collector collector({options.data, folder, results, summary, *progress, console.out, console.style});
  make_folders(run.context(), options, folder, run.has_pixels());

  const process::StopSignals signals;
  console.out.flush();  // before the first fork: buffered text would be written twice
  run.perform(collector, signals.stopped());
  collector.flush();
  progress->finish();

  const reports::RunEnd end{std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
                            signals.stopped()};
  results.commit(end);
  const reports::RunFiles files{folder.results(), folder.records(), folder.pictures(), info, end,
                                requirements,     summary};
  for (const WantedReport& report : wanted) report.reporter->write(files, report.target);
  say_where(console.out, wanted, run.context());
  return exit_code_of(summary, signals.stopped());
}

}  // namespace uketsuke::harness
