#pragma once

#include <optional>
#include <vector>

namespace uketsuke::accuracy {

/// The result of one pair of a pairs file.
struct ScoredPair {
  int fold = 0;  ///< from 0
  bool same = false;
  std::optional<double> score;  ///< empty if a picture has no usable face: the answer is then "different"
};

struct FoldAccuracy {
  std::vector<double> folds;       ///< accuracy of each fold, 0 to 1
  std::vector<double> thresholds;  ///< threshold used for each fold
  double mean = 0;
  double standard_error = 0;  ///< standard deviation over folds (divisor n - 1) / √n
};

/// Accuracy as "Labeled Faces in the Wild" defines it (Huang et al., UMass Amherst TR 07-49, section "View
/// 2"): each fold is scored with the threshold that is best on all the others; mean and standard error over
/// the folds.
///
/// A pair is "same" if its score is at least the threshold. The best threshold gives the most correct answers
/// on the other folds. Equally good thresholds form a gap between two of their scores; its midpoint is used,
/// and of several such gaps the lowest.
/// @returns empty if there are fewer than two folds or one of them is empty
std::optional<FoldAccuracy> fold_accuracy(const std::vector<ScoredPair>& pairs);

}  // namespace uketsuke::accuracy
