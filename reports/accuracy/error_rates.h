#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/enum_names.h"
#include "reports/accuracy/score_set.h"

namespace uketsuke::accuracy {

/// FMR and FNMR of a score set at any threshold (ISO/IEC 19795-1).
///
/// A comparison matches where its score is the threshold or more. So FMR(t) is the share of impostor scores
/// >= t, and FNMR(t) the share of genuine scores < t; a score that equals the threshold matches in both.
class ErrorRates {
 public:
  /// @throws std::invalid_argument for a score that is no finite number
  explicit ErrorRates(const ScoreSet& scores);

  Count false_matches(double threshold) const;      ///< FMR
  Count false_non_matches(double threshold) const;  ///< FNMR

  /// The lowest threshold whose FMR is `fmr` or less: the next number above the highest impostor score that
  /// must not match, in single precision, as readers hold scores. The lowest score of all where every one may
  /// match.
  /// @param fmr 0 to 1 @returns nothing without scores
  std::optional<double> threshold_at_fmr(double fmr) const;

  struct EqualError {
    double rate;       ///< 0 to 1
    double threshold;  ///< at which the two rates cross
  };
  /// Where FMR and FNMR are equal. Both are steps, so in general they jump past one another: the two points
  /// at either side of the crossing are joined by a straight line, in rate and in threshold.
  /// @returns nothing where a kind of score is missing
  std::optional<EqualError> equal_error() const;

  /// Every threshold at which a rate changes: each score once, rising, and last the next number above them.
  const std::vector<double>& thresholds() const { return thresholds_; }

  const std::vector<double>& genuine() const { return genuine_; }    ///< rising
  const std::vector<double>& impostor() const { return impostor_; }  ///< rising

 private:
  std::vector<double> genuine_;
  std::vector<double> impostor_;
  std::vector<double> thresholds_;
};

/// The next number above a score that a float holds.
double just_above(double score);

/// Whether there were enough impostor comparisons to say something about an FMR.
UKETSUKE_ENUM(
    Evidence,
    sound,  ///< rule of 30: 30 errors or more are expected: the true rate is within ±30 % (90 % confidence)
    weak,   ///< 3 to 30 errors are expected: the order of magnitude
    too_few,  ///< rule of 3: with fewer than 3/FMR trials not even "no error" says that the FMR is kept
)

/// ISO/IEC 19795-1 annex B; G. R. Doddington et al., Speech Communication 31, 2000 (rule of 30).
Evidence evidence_for(double rate, std::size_t trials);

/// Trials that the rule of 3 and the rule of 30 ask for.
std::size_t trials_for_rule_of_3(double rate);
std::size_t trials_for_rule_of_30(double rate);

}  // namespace uketsuke::accuracy
