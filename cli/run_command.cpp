// uketsuke run [PATH…]: runs scenarios against a device and writes the reports.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <thread>

#include "base/data_root.h"
#include "base/exit_code.h"
#include "base/process/forking_heap.h"
#include "cli/commands.h"
#include "cli/devices.h"
#include "harness/run.h"

namespace uketsuke::cli {

namespace {

using harness::kCaseSeconds;
using harness::kPixelCaseSeconds;

struct RunWords {
  harness::RunOptions run;
  DeviceOptions device;
  std::string device_name = default_device();
  std::string encoding = "shift_jis";
  bool print_hierarchy = false;
};

void add_selection(CLI::App& run, RunWords& words) {
  harness::Selection& selection = words.run.selection;
  run.add_option("PATH", words.run.paths, "Suites or folders of suites. Default: the suites of the product");
  run.add_option("--filter", selection.filter,
                 "Only cases whose id matches this regular expression (ECMAScript)");
  run.add_option("--tag", selection.tags, "Only cases with this tag, or with any of several tags");
  run.add_option("--skip-tag", selection.skipped_tags,
                 "No case with this tag, or with any of several tags. \"pixels\" leaves out rendered faces, "
                 "which take a second per case");
  run.add_option("--seed", words.run.seed,
                 "Seed of random values, such as challenges and the patients' delays")
      ->capture_default_str();
  run.add_flag("--shuffle", words.run.shuffle,
               "Start the cases in a random order given by the seed; results do not change");
}

void add_output(CLI::App& run, RunWords& words) {
  run.add_option("-o,--out", words.run.out, "Folder for results and reports")->capture_default_str();
  run.add_option(
         "--report", words.run.reports,
         "Write this report: console, jsonl, junit or html, or NAME=FILE. Can be repeated. Default: all "
         "reports")
      ->type_name("NAME[=FILE]")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  run.add_flag("--trace", words.run.trace,
               "Write the radio frames between reader and card to DIR/traces (pcapng). PINs, My Number and "
               "photo are hidden");
  run.add_flag("--trace-secrets", words.device.trace_secrets,
               "Write traces that hide nothing (implies --trace)");
  run.add_flag("--oqs", words.run.oqs,
               "Write the result files for receipt software to DIR/oqs, one folder per case");
  run.add_option("--oqs-encoding", words.encoding, "Encoding of these files")
      ->check(CLI::IsMember(names_of<oqs::Encoding>()))
      ->capture_default_str()
      ->needs("--oqs");
}

void add_device(CLI::App& run, RunWords& words) {
  DeviceOptions& device = words.device;
  run.add_option("--device", words.device_name,
                 fmt::format("Device under test: {}", fmt::join(device_names(), ", ")))
      ->capture_default_str();
  run.add_flag("--print-hierarchy", words.print_hierarchy,
               "Print the modules, ports and exports of the simulator instead of running cases");
  run.add_option("-j,--jobs", words.run.jobs, "Number of cases to run at a time. Default: one per processor")
      ->check(CLI::Range(1, 256));
  run.add_option("--case-seconds", words.run.case_seconds,
                 fmt::format("Wall-clock timeout per case, in seconds. Default: {}; with pixels {}",
                             kCaseSeconds, kPixelCaseSeconds))
      ->check(CLI::Range(1, 3600));
  run.add_option("--plant", device.plant,
                 "Plant a firmware defect in the model, to check that the tests fail");
  run.add_option("--matcher", device.matcher,
                 "Face matcher of cases with rendered faces: opencv (default), onnxruntime, or a plug-in, "
                 "./libmine.so");
  run.add_option("--matcher-option", device.matcher_options,
                 "NAME=VALUE, passed to the matcher. Can be repeated");
  run.add_option("--matcher-threshold", device.matcher_threshold,
                 "Least similarity of a match, instead of the policy's. Required for a plug-in");
}

const char* environment(const char* name) {
  return std::getenv(name);  // NOLINT(concurrency-mt-unsafe): one thread, nothing sets it
}

int run_scenarios(RunWords& words) {
  process::ParentHeap::use();  // before any data are loaded that the cases read
  words.run.data = words.device.data = data_root();
  words.device.cache = cache_folder();
  words.run.oqs_encoding = *from_name<oqs::Encoding>(words.encoding);
  words.run.trace = words.run.trace || words.device.trace_secrets;
  const auto device = make_device(words.device_name, words.device);
  if (words.print_hierarchy) {
    harness::print_hierarchy(words.run, *device, std::cout);
    return kPass;
  }
  if (words.device.trace_secrets) {
    std::cerr
        << "uketsuke: warning: --trace-secrets: the traces show PINs, My Number and photos in clear text\n";
  }
  return harness::run_scenarios(words.run, *device,
                                {std::cout, reports::style_for(STDOUT_FILENO, environment)});
}

}  // namespace

void add_run(CLI::App& program, int& exit_code) {
  auto written = std::make_shared<RunWords>();
  written->run.jobs = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 256U));
  CLI::App* run = program.add_subcommand("run", "Run scenarios against a device and write the reports");
  add_selection(*run, *written);
  add_device(*run, *written);
  add_output(*run, *written);
  run->callback([written, &exit_code] { exit_code = run_scenarios(*written); });
}

}  // namespace uketsuke::cli
