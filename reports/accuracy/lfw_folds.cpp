#include "reports/accuracy/lfw_folds.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace uketsuke::accuracy {

namespace {

bool says_same(const ScoredPair& pair, double threshold) { return pair.score && *pair.score >= threshold; }

/// The threshold with the most correct answers on all folds but one.
double best_threshold(const std::vector<ScoredPair>& pairs, int left_out) {
  // Starts at the lowest threshold, where every scored pair is "same", and goes up: each score that falls
  // below the threshold reverses one answer.
  std::map<double, int> gain;  // by score: change in correct answers when the threshold rises above it
  for (const ScoredPair& pair : pairs) {
    if (pair.fold != left_out && pair.score) gain[*pair.score] += pair.same ? -1 : 1;
  }
  if (gain.empty()) return 0;
  int right = 0;
  int best = 0;
  double threshold = gain.begin()->first;
  for (auto at = gain.begin(); at != gain.end(); ++at) {
    right += at->second;
    if (right <= best) continue;
    best = right;
    const auto next = std::next(at);
    threshold = next == gain.end()
                    ? std::nextafter(at->first, std::numeric_limits<double>::infinity())
                    : std::max((at->first + next->first) / 2,
                               std::nextafter(at->first, std::numeric_limits<double>::infinity()));
  }
  return threshold;
}

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

std::optional<FoldAccuracy> fold_accuracy(const std::vector<ScoredPair>& pairs) {
  int folds = 0;
  for (const ScoredPair& pair : pairs) folds = std::max(folds, pair.fold + 1);
  if (folds < 2) return std::nullopt;
  FoldAccuracy result;
  for (int fold = 0; fold < folds; ++fold) {
    const double threshold = best_threshold(pairs, fold);
    std::size_t right = 0;
    std::size_t count = 0;
    for (const ScoredPair& pair : pairs) {
      if (pair.fold != fold) continue;
      ++count;
      if (says_same(pair, threshold) == pair.same) ++right;
    }
    if (count == 0) return std::nullopt;
    result.folds.push_back(static_cast<double>(right) / static_cast<double>(count));
    result.thresholds.push_back(threshold);
  }
  result.mean = mean_of(result.folds);
  double squares = 0;
  for (const double accuracy : result.folds) squares += (accuracy - result.mean) * (accuracy - result.mean);
  result.standard_error = std::sqrt(squares / (folds - 1)) / std::sqrt(folds);
  return result;
}

}  // namespace uketsuke::accuracy
