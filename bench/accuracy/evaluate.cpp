#include "bench/accuracy/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <system_error>

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/exit_code.h"
#include "base/process/stop_signals.h"
#include "bench/accuracy/evaluation.h"
#include "bench/accuracy/measurement.h"
#include "bench/accuracy/plan.h"
#include "bench/accuracy/report/console_report.h"
#include "bench/accuracy/report/files.h"
#include "camera_model/source/capture_module.h"

namespace uketsuke::bench {

namespace {

namespace fs = std::filesystem;

/// @throws InputError if the output cannot be written; checked before hours of work
void prepare(const fs::path& out) {
  std::error_code error;
  fs::create_directories(out, error);
  std::string reason = error.message();
  if (!error) {
    try {
      AtomicFile probe(out / "evaluation.json");
      return;
    } catch (const SystemError& cause) {
      reason = cause.what();
    }
  }
  throw InputError(InputProblem::unreadable, {out.string(), 0, 0},
                   "cannot write to this folder (" + reason + "); choose another with --out");
}

/// Whether both a genuine and an impostor rate can be stated.
bool has_both_kinds(const Plan& plan, const Measurement& measurement) {
  bool found[2] = {false, false};
  for (std::size_t i = 0; i < plan.comparisons.size(); ++i) {
    if (measurement.comparisons[i].score) found[plan.comparisons[i].genuine ? 1 : 0] = true;
  }
  return found[0] && found[1];
}

/// Without the module, every image except PNG would count as unreadable.
void require_module(const Gallery& pictures) {
  const bool needed = std::any_of(pictures.pictures.begin(), pictures.pictures.end(),
                                  [](const Picture& picture) { return picture.path.extension() != ".png"; });
  if (needed) (void)camera::find_capture_module();
}

int verdict(const Evaluation& evaluation, const EvaluateOptions& options) {
  if (evaluation.interrupted) return kInterrupted;
  if (!evaluation.deaths.empty()) return kFail;
  if (!options.max_fnmr) return kPass;
  const double fnmr = evaluation.rates.front().fnmr.rate();
  const bool kept = fnmr <= *options.max_fnmr;
  std::cout << fmt::format("FNMR {} at FMR {}: {} than --max-fnmr {}\n", fnmr, options.fmr.front(),
                           kept ? "not more" : "more", *options.max_fnmr);
  return kept ? kPass : kFail;
}

}  // namespace

int evaluate(const EvaluateOptions& options) {
  const Matcher matcher = find_matcher(options.matcher);
  const Plan plan = make_plan(options);
  const Gallery attacks = options.attacks.empty() ? Gallery{} : read_gallery(options.attacks);
  require_module(plan.gallery);
  require_module(attacks);
  prepare(options.out);
  const process::StopSignals signals;
  const Measurement measurement = measure(plan, attacks, matcher, options, signals.stopped());
  if (measurement.interrupted && !has_both_kinds(plan, measurement)) {
    std::cerr << "uketsuke: interrupted before a genuine and an impostor comparison were made\n";
    return kInterrupted;
  }
  const Evaluation evaluation = evaluate_measurement(plan, attacks, measurement, options);
  write_file(options.out / "scores.csv", scores_csv(plan, measurement));
  write_file(options.out / "pictures.csv", pictures_csv(plan, attacks, measurement));
  write_file(options.out / "det.svg", evaluation_svg(evaluation));
  write_file(options.out / "report.html", evaluation_html(evaluation));
  write_file(options.out / "evaluation.json", evaluation_json(evaluation));
  write_console(std::cout, evaluation);
  const int code = verdict(evaluation, options);
  std::cout << "report: " << (options.out / "report.html").string() << '\n';
  return code;
}

}  // namespace uketsuke::bench
