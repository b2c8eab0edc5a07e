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
          "Folder of persons: DIR/<person>/<picture>. A person's pictures named card* or reference*, or else "
          "the first, are references, the others probes")
      ->required();
  command.add_option(
      "--pairs", options.pairs,
      "Pairs file of LFW (header `folds n` or `n`, lines `name i j` and `name1 i name2 j`); pictures "
      "are DIR/name/name_0001.jpg or .png");
  command.add_flag("--skip-missing", options.skip_missing, "Leave pairs out whose pictures are missing");
  command
      .add_flag("--all-against-all", options.all_against_all,
                "Every two pictures, the earlier as the reference")
      ->excludes("--pairs");
  command
      .add_option("--max-impostors", options.max_impostors,
                  "Draw so many of the impostor comparisons; without it, all are made")
      ->check(CLI::PositiveNumber);
  command.add_option("--seed", options.seed, "Seed of that drawing")->capture_default_str();
  command.add_flag("--card", options.card,
                   "References go through the card's photo first: 192 x 240, grey, JPEG 2000 of 6 kB");
  command.add_option("--attacks", options.attacks,
                     "Folder of presentation attacks: ATTACKS/<kind>/<picture>, for APCER and BPCER");
}

void add_matcher(CLI::App& command, MatcherChoice& matcher) {
  auto* engine = command.add_option("--engine", matcher.engine, "The product's own matcher, on this runtime")
                     ->check(CLI::IsMember(names_of<reader::face_engine::Runtime>()))
                     ->capture_default_str();
  command.add_option("--matcher", matcher.library, "A face plug-in to measure instead: ./libmine.so")
      ->excludes(engine);
  command.add_option("--matcher-option", matcher.options, "KEY=VALUE for the matcher; can be repeated")
      ->type_name("KEY=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void add_rates(CLI::App& command, EvaluateOptions& options) {
  options.fmr = {1e-2, 1e-3, 1e-4, 1e-5};
  options.thresholds = {0.325, 0.4};
  command.add_option("--fmr", options.fmr, "State the FNMR at these FMR")
      ->check(CLI::Range(0.0, 1.0))
      ->default_str("0.01 0.001 0.0001 0.00001");
  command.add_option("--threshold", options.thresholds, "State FMR and FNMR at these thresholds")
      ->check(CLI::Range(-1.0, 1.0))
      ->default_str("0.325 0.4");
  command
      .add_option("--liveness-threshold", options.liveness_threshold,
                  "State APCER and BPCER at this liveness")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command
      .add_option("--max-fnmr", options.max_fnmr,
                  "End with 1 where the FNMR at the first --fmr is more than this")
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
  command->add_option("-j,--jobs", options->jobs, "Processes at a time; without it, one a processor")
      ->check(CLI::Range(1, 256));
  command
      ->add_option("--call-seconds", options->call_seconds,
                   "Wall time after which a comparison counts as hanging")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  command
      ->add_option("-o,--out", options->out,
                   "Folder for report.html, evaluation.json, det.svg, scores.csv and pictures.csv")
      ->capture_default_str();
  command->footer(
      "Ends with 0; with 1 where the matcher died on a picture or --max-fnmr is not kept; with 2 for bad "
      "input or "
      "where no\npicture is left to state rates from; with 3 where the matcher cannot be run; with 4 after "
      "Ctrl-C. "
      "docs/accuracy.md explains the rates.");
  command->callback([options, &exit_code] {
    if (options->jobs == 0) {
      options->jobs = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 256U));
    }
    exit_code = evaluate(*options);
  });
}

}  // namespace uketsuke::cli
