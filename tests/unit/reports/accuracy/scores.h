#pragma once

#include <rapidcheck.h>

#include "reports/accuracy/score_set.h"

namespace uketsuke::accuracy::support {

/// Scores on a coarse grid, so that ties between and within the two kinds are common.
inline std::vector<double> any_scores(std::size_t least = 0) {
  const auto size = *rc::gen::inRange<std::size_t>(least, 40);
  const auto steps = *rc::gen::container<std::vector<int>>(size, rc::gen::inRange(-10, 11));
  std::vector<double> scores;
  for (const int step : steps) scores.push_back(step / 10.0);
  return scores;
}

inline ScoreSet any_set() { return {any_scores(1), any_scores(1), {}, {}}; }

/// The definitions, implemented literally.
inline double brute_fmr(const ScoreSet& set, double threshold) {
  double matches = 0;
  for (const double score : set.impostor) matches += score >= threshold ? 1 : 0;
  return matches / static_cast<double>(set.impostor.size());
}

inline double brute_fnmr(const ScoreSet& set, double threshold) {
  double missed = 0;
  for (const double score : set.genuine) missed += score < threshold ? 1 : 0;
  return missed / static_cast<double>(set.genuine.size());
}

}  // namespace uketsuke::accuracy::support
