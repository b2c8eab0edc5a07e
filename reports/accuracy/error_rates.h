#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/enum_names.h"
#include "reports/accuracy/score_set.h"

namespace uketsuke::accuracy {

/// FMR and FNMR of a score set at any threshold (ISO/IEC 19795-1).
///
/// A comparison matches if its score is at least the threshold. So FMR(t) is the fraction of impostor scores
/// >= t, and FNMR(t) the fraction of genuine scores < t; a score equal to the threshold matches in both.
class ErrorRates {
 public:
  /// @throws std::invalid_argument for a score that is not a finite number
  explicit ErrorRates(const ScoreSet& scores);

  Count false_matches(double threshold) const;      ///< FMR
  Count false_non_matches(double threshold) const;  ///< FNMR

  /// The lowest threshold whose FMR is at most `fmr`: the next single-precision number, as readers store
  /// scores, above the highest impostor score that must not match. The lowest score of all if every one may
  /// match.
  /// @param fmr 0 to 1 @returns empty without scores
  std::optional<double> threshold_at_fmr(double fmr) const;

  struct EqualError {
    double rate;       ///< 0 to 1
    double threshold;  ///< threshold at which the two rates cross
  };
  /// The point at which FMR and FNMR are equal. Both are step functions and in general jump past each other:
  /// the two points on either side of the crossing are interpolated linearly, in rate and in threshold.
  /// @returns empty if genuine or impostor scores are missing
  std::optional<EqualError> equal_error() const;

  /// Every threshold at which a rate changes: each score once, in ascending order, and last the next number
  /// above them.
  const std::vector<double>& thresholds() const { return thresholds_; }

  const std::vector<double>& genuine() const { return genuine_; }    ///< ascending
  const std::vector<double>& impostor() const { return impostor_; }  ///< ascending

 private:
  std::vector<double> genuine_;
  std::vector<double> impostor_;
  std::vector<double> thresholds_;
};

/// The next number above a score in single precision.
double just_above(double score);

/// Whether there were enough impostor comparisons to state an FMR.
UKETSUKE_ENUM(
    Evidence,
    sound,  ///< rule of 30: at least 30 errors are expected: the true rate is within ±30 % (90 % confidence)
    weak,   ///< 3 to 30 errors are expected: only the order of magnitude is supported
    too_few,  ///< rule of 3: with fewer than 3/FMR trials, even zero errors do not show that the FMR is met
)

/// How well the trials support a rate. Source: ISO/IEC 19795-1 annex B; G. R. Doddington et al., Speech
/// Communication 31, 2000 (rule of 30).
Evidence evidence_for(double rate, std::size_t trials);

/// Number of trials that the rule of 3 and the rule of 30 require.
std::size_t trials_for_rule_of_3(double rate);
std::size_t trials_for_rule_of_30(double rate);

}  // namespace uketsuke::accuracy
