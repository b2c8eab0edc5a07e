// uketsuke evaluate DIR: the accuracy of a face matcher on pictures.

#include <algorithm>
#include <thread>

#include "bench/accuracy/evaluate.h"
#include "cli/commands.h"
#include "reader_model/face_engine/engine_options.h"

namespace uketsuke::cli {

namespace {

using bench::EvaluateOptions;
using bench::MatcherChoice;

void add_pictures(CLI::App& command, EvaluateOptions& options) {
  command
      .add_option(
          "DIR", options.folder,
          "Folder of persons: DIR/<person>/<picture>. References are the pictures named card* or reference*; "
          "without such names, the first picture. The others are probes")
      ->required();
  command.add_option(
      "--pairs", options.pairs,
      "Pairs file of LFW (header `folds n` or `n`, lines `name i j` and `name1 i name2 j`); pictures "
      "are DIR/name/name_0001.jpg or .png");
  command.add_flag("--skip-missing", options.skip_missing, "Leave out pairs whose pictures are missing");
  command
      .add_flag("--all-against-all", options.all_against_all,
                "Compare every two pictures, the earlier one as the reference")
      ->excludes("--pairs");
  command
      .add_option("--max-impostors", options.max_impostors,
                  "Number of impostor comparisons, drawn at random. Default: all")
      ->check(CLI::PositiveNumber);
  command.add_option("--seed", options.seed, "Seed of the drawing of impostor comparisons")
      ->capture_default_str();
  command.add_flag("--card", options.card,
                   "Convert references to a card's photo first: 192 x 240, grey, JPEG 2000 of 6 kB");
  command.add_option("--attacks", options.attacks,
                     "Folder of presentation attacks: ATTACKS/<kind>/<picture>, for APCER and BPCER");
}

void add_matcher(CLI::App& command, MatcherChoice& matcher) {
  auto* engine = command.add_option("--engine", matcher.engine, "Use the built-in matcher on this runtime")
                     ->check(CLI::IsMember(names_of<reader::face_engine::Runtime>()))
                     ->capture_default_str();
  command.add_option("--matcher", matcher.library, "Measure this face plug-in instead: ./libmine.so")
      ->excludes(engine);
  command
      .add_option("--matcher-option", matcher.options, "KEY=VALUE, passed to the matcher. Can be repeated")
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_rates(CLI::App& command, EvaluateOptions& options) {
  options.fmr = {1e-2, 1e-3, 1e-4, 1e-5};
  options.thresholds = {0.325, 0.4};
  command.add_option("--fmr", options.fmr, "Report the FNMR at these FMRs")
      ->check(CLI::Range(0.0, 1.0))
      ->default_str("0.01 0.001 0.0001 0.00001");
  command.add_option("--threshold", options.thresholds, "Report FMR and FNMR at these thresholds")
      ->check(CLI::Range(-1.0, 1.0))
      ->default_str("0.325 0.4");
  command
      .add_option("--liveness-threshold", options.liveness_threshold,
                  "Report APCER and BPCER at this liveness threshold")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command
      .add_option("--max-fnmr", options.max_fnmr,
                  "Exit with code 1 if the FNMR at the first --fmr is above this")
      ->check(CLI::Range(0.0, 1.0));
}

}  // namespace

void add_evaluate(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<EvaluateOptions>();
  options->jobs = 0;
  CLI::App* command =
      program.add_subcommand("evaluate", "Measure the accuracy of a face matcher on folders of pictures");
  add_pictures(*command, *options);
  add_matcher(*command, options->matcher);
  add_rates(*command, *options);
  command->add_option("-j,--jobs", options->jobs, "Number of processes. Default: one per processor")
      ->check(CLI::Range(1, 256));
  command
      ->add_option("--call-seconds", options->call_seconds, "Wall-clock timeout per comparison, in seconds")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  command
      ->add_option("-o,--out", options->out,
                   "Folder for report.html, evaluation.json, det.svg, scores.csv and pictures.csv")
      ->capture_default_str();
  command->footer(
      "Exit code 0: success; 1: the matcher died on a picture, or the FNMR is above --max-fnmr; 2: bad "
      "input, "
      "or too\nfew comparisons; 3: the matcher cannot be run; 4: Ctrl-C. docs/accuracy.md explains the "
      "rates.");
  command->callback([options, &exit_code] {
    if (options->jobs == 0) {
      options->jobs = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 256U));
    }
    exit_code = evaluate(*options);
  });
}

}  // namespace uketsuke::cli
