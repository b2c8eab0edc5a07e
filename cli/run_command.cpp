// uketsuke run [PATH…]: runs scenarios on the simulated reader and writes the reports.

#include <fmt/format.h>
#include <unistd.h>

#include <thread>

#include "base/error.h"
#include "cli/commands.h"
#include "harness/run.h"
#include "reader_model/firmware/defect.h"

namespace uketsuke::cli {

namespace {

using harness::kCaseSeconds;
using harness::kPixelCaseSeconds;
using harness::RunOptions;

std::vector<std::string> defect_names() {
  std::vector<std::string> names;
  for (const auto& [defect, name] : enum_names(reader::Defect{})) names.emplace_back(name);
  return names;
}

}  // namespace

void add_run(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<RunOptions>();
  auto defect = std::make_shared<std::string>();
  auto encoding = std::make_shared<std::string>("shift_jis");
  auto matcher_options = std::make_shared<std::vector<std::string>>();
  CLI::App* run =
      program.add_subcommand("run", "Run scenarios on the simulated reader and write the reports");
  run->add_option("PATH", options->paths,
                  "Suites or folders of suites; without one, the suites of the product");
  run->add_option("-j,--jobs", options->jobs, "Cases at a time; without it, one a processor")
      ->check(CLI::Range(1, 256));
  run->add_option("--filter", options->filter,
                  "Only cases whose id matches this regular expression (ECMAScript)");
  run->add_option("--tag", options->tags, "Only cases with this tag; several: any of them");
  run->add_option(
      "--skip-tag", options->skipped_tags,
      "No case with this tag; several: none of them. \"pixels\" leaves out what takes a second a case");
  run->add_option("--seed", options->seed, "Seed of what varies between runs: hands, challenges")
      ->capture_default_str();
  run->add_flag("--shuffle", options->shuffle,
                "Start the cases in an order drawn from the seed; results stay the same");
  run->add_option("-o,--out", options->out, "Folder for results and reports")->capture_default_str();
  run->add_option("--case-seconds", options->case_seconds,
                  fmt::format("Wall time after which a case is ended as hanging; default {}, with pixels {}",
                              kCaseSeconds, kPixelCaseSeconds))
      ->check(CLI::Range(1, 3600));
  run->add_option("--plant", *defect, "Plant a firmware defect, to see the tests fail")
      ->check(CLI::IsMember(defect_names()));
  run->add_flag("--trace", options->trace,
                "Write the radio frames between reader and card to DIR/traces (pcapng); PINs, My Number and "
                "photo are hidden");
  run->add_flag("--trace-secrets", options->trace_secrets, "Write traces that hide nothing");
  run->add_flag("--oqs", options->oqs,
                "Write the result files that receipt software picks up to DIR/oqs, a folder for each case");
  run->add_option("--oqs-encoding", *encoding, "Of these files")
      ->check(CLI::IsMember({"shift_jis", "utf-8"}))
      ->capture_default_str()
      ->needs("--oqs");
  run->add_option(
         "--matcher", options->matcher.engine,
         "Face matcher of cases with rendered faces: opencv, onnxruntime, or a plug-in, ./libmine.so")
      ->capture_default_str();
  run->add_option("--matcher-option", *matcher_options, "NAME=VALUE, handed to the matcher; several");
  run->add_option("--matcher-threshold", options->matcher.threshold,
                  "Similarity from which a face matches, instead of the policy's; a plug-in needs one");
  run->callback([options, defect, encoding, matcher_options, &exit_code] {
    for (const std::string& option : *matcher_options) {
      const std::size_t equals = option.find('=');
      if (equals == std::string::npos || equals == 0)
        throw InputError(InputProblem::bad_value, {"--matcher-option", 0, 0},
                         "\"" + option + "\" is not NAME=VALUE");
      options->matcher.options[option.substr(0, equals)] = option.substr(equals + 1);
    }
    options->oqs_encoding = *encoding == "utf-8" ? oqs::Encoding::utf8 : oqs::Encoding::shift_jis;
    if (!defect->empty()) options->defect = from_name<reader::Defect>(*defect);
    if (options->jobs == 0)
      options->jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    exit_code = run_scenarios(*options);
  });
}

}  // namespace uketsuke::cli
