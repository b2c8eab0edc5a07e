#include "bench/accuracy/evaluation.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"

namespace uketsuke::bench {

namespace {

constexpr std::size_t kExtremes = 20;

accuracy::Evidence evidence_of(double fmr, std::size_t impostors) {
  return fmr > 0 ? accuracy::evidence_for(fmr, impostors) : accuracy::Evidence::too_few;
}

void take_pictures(Evaluation& evaluation, const Plan& plan, const Measurement& measurement) {
  for (std::size_t i = 0; i < measurement.pictures.size(); ++i) {
    const PictureState& state = measurement.pictures[i];
    const std::string& name = plan.gallery.pictures[i].name;
    if (!state.examined) continue;
    if (!state.unusable.empty()) {
      evaluation.unusable.push_back({name, state.unusable});
      continue;
    }
    if (plan.references[i]) {
      const bool enrolled = state.enrolled.value_or(false);
      ++evaluation.scores.failure_to_enrol.trials;
      if (!enrolled) {
        ++evaluation.scores.failure_to_enrol.errors;
        evaluation.not_enrolled.push_back({name, state.note});
      }
    }
    if (!plan.probes[i]) continue;
    ++evaluation.scores.failure_to_acquire.trials;
    if (!state.face.value_or(false)) {
      ++evaluation.scores.failure_to_acquire.errors;
      ++evaluation.bona_fide.non_responses;
      evaluation.not_acquired.push_back({name, state.note});
    } else if (state.liveness) {
      evaluation.bona_fide.liveness.push_back(*state.liveness);
    }
  }
}

void take_attacks(Evaluation& evaluation, const Gallery& attacks, const Measurement& measurement) {
  for (std::size_t i = 0; i < measurement.attacks.size(); ++i) {
    const PictureState& state = measurement.attacks[i];
    const Picture& picture = attacks.pictures[i];
    if (!state.examined) continue;
    if (!state.unusable.empty()) {
      evaluation.unusable.push_back({picture.name, state.unusable});
      continue;
    }
    accuracy::Presentations& kind = evaluation.attacks[attacks.persons[picture.person]];
    if (!state.face.value_or(false)) {
      ++kind.non_responses;
    } else if (state.liveness) {
      kind.liveness.push_back(*state.liveness);
    }
  }
}

std::vector<Extreme> extremes(const Plan& plan, const Measurement& measurement, bool genuine) {
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < plan.comparisons.size(); ++i) {
    if (plan.comparisons[i].genuine == genuine && measurement.comparisons[i].score) chosen.push_back(i);
  }
  const auto count = static_cast<std::ptrdiff_t>(std::min(kExtremes, chosen.size()));
  std::partial_sort(chosen.begin(), chosen.begin() + count, chosen.end(), [&](std::size_t a, std::size_t b) {
    const double first = *measurement.comparisons[a].score;
    const double second = *measurement.comparisons[b].score;
    if (first != second) return genuine ? first < second : first > second;
    return a < b;
  });
  chosen.resize(static_cast<std::size_t>(count));
  std::vector<Extreme> found;
  for (const std::size_t i : chosen) {
    found.push_back({plan.gallery.pictures[plan.comparisons[i].reference].name,
                     plan.gallery.pictures[plan.comparisons[i].probe].name,
                     *measurement.comparisons[i].score});
  }
  return found;
}

void take_comparisons(Evaluation& evaluation, const Plan& plan, const Measurement& measurement) {
  std::vector<accuracy::ScoredPair> pairs;
  for (std::size_t i = 0; i < plan.comparisons.size(); ++i) {
    const Comparison& comparison = plan.comparisons[i];
    const ComparisonState& state = measurement.comparisons[i];
    const PictureState& reference = measurement.pictures[comparison.reference];
    const PictureState& probe = measurement.pictures[comparison.probe];
    if (state.score) {
      (comparison.genuine ? evaluation.scores.genuine : evaluation.scores.impostor).push_back(*state.score);
    } else if (reference.enrolled.value_or(false) && probe.face.value_or(false) && !state.note.empty()) {
      ++evaluation.without_score;
      const auto& pictures = plan.gallery.pictures;
      evaluation.failures.push_back(
          {pictures[comparison.reference].name + " with " + pictures[comparison.probe].name, state.note});
    }
    if (reference.unusable.empty() && probe.unusable.empty()) {
      pairs.push_back({comparison.fold, comparison.genuine, state.score});
    }
  }
  if (plan.folds > 1 && !measurement.interrupted) evaluation.folds = accuracy::fold_accuracy(pairs);
}

[[noreturn]] void refuse_nothing_left(const Evaluation& evaluation, const EvaluateOptions& options) {
  std::string text = fmt::format(
      "too few comparisons to compute rates: {} genuine and {} impostor comparisons gave a score ({} "
      "pictures "
      "cannot "
      "be read, {} of {} references were not enrolled, {} of {} probes have no face)",
      evaluation.scores.genuine.size(), evaluation.scores.impostor.size(), evaluation.unusable.size(),
      evaluation.scores.failure_to_enrol.errors, evaluation.scores.failure_to_enrol.trials,
      evaluation.scores.failure_to_acquire.errors, evaluation.scores.failure_to_acquire.trials);
  std::size_t named = 0;
  for (const auto* remarks :
       {&evaluation.unusable, &evaluation.not_enrolled, &evaluation.not_acquired, &evaluation.failures}) {
    for (const Remark& remark : *remarks) {
      if (++named <= 10) text += "\n" + remark.name + ": " + remark.text;
    }
  }
  throw InputError(InputProblem::empty, {options.folder.string(), 0, 0}, text);
}

}  // namespace

Evaluation evaluate_measurement(const Plan& plan, const Gallery& attacks, const Measurement& measurement,
                                const EvaluateOptions& options) {
  Evaluation evaluation;
  const MatcherChoice& matcher = options.matcher;
  evaluation.matcher =
      fmt::format("{} ({})", measurement.matcher,
                  matcher.library.empty() ? matcher.engine : matcher.library.filename().string());
  evaluation.source = options.folder.string();
  if (!options.pairs.empty()) evaluation.source += ", pairs of " + options.pairs.string();
  evaluation.card = options.card;
  evaluation.interrupted = measurement.interrupted;
  evaluation.persons = plan.gallery.persons.size();
  evaluation.pictures = plan.gallery.pictures.size();
  evaluation.ignored = plan.gallery.ignored + attacks.ignored;
  evaluation.planned = plan.comparisons.size();
  evaluation.left_out = plan.left_out;
  evaluation.deaths = measurement.deaths;
  evaluation.liveness_threshold = options.liveness_threshold;
  take_pictures(evaluation, plan, measurement);
  take_attacks(evaluation, attacks, measurement);
  take_comparisons(evaluation, plan, measurement);
  if (evaluation.scores.genuine.empty() || evaluation.scores.impostor.empty()) {
    refuse_nothing_left(evaluation, options);
  }
  if (measurement.comparisons_made > 0) {
    evaluation.milliseconds =
        1000 * measurement.seconds *
        std::min<double>(options.jobs, static_cast<double>(measurement.comparisons_made)) /
        static_cast<double>(measurement.comparisons_made);
  }
  const accuracy::ErrorRates rates(evaluation.scores);
  evaluation.equal_error = rates.equal_error();
  for (const double fmr : options.fmr) {
    const double threshold = *rates.threshold_at_fmr(fmr);
    evaluation.rates.push_back({fmr, threshold, rates.false_matches(threshold),
                                rates.false_non_matches(threshold),
                                evidence_of(fmr, evaluation.scores.impostor.size())});
  }
  for (const double threshold : options.thresholds) {
    evaluation.rates.push_back(
        {std::nullopt, threshold, rates.false_matches(threshold), rates.false_non_matches(threshold)});
  }
  evaluation.det = accuracy::det_curve(rates);
  evaluation.lowest_genuine = extremes(plan, measurement, true);
  evaluation.highest_impostor = extremes(plan, measurement, false);
  return evaluation;
}

}  // namespace uketsuke::bench
