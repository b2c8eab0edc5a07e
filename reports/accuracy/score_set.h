#pragma once

#include <cstddef>
#include <vector>

namespace uketsuke::accuracy {

/// Number of errors out of a number of trials.
struct Count {
  std::size_t errors = 0;
  std::size_t trials = 0;

  /// 0 to 1; 0 without trials.
  double rate() const { return trials == 0 ? 0 : static_cast<double>(errors) / static_cast<double>(trials); }
};

/// Scores of a matcher in one evaluation, in the terms of ISO/IEC 19795-1.
///
/// A score is a similarity: higher means more alike. A score set contains completed comparisons only. A
/// picture without a detected face is in no comparison: it counts as a failure to enrol (references) or to
/// acquire (probes), so that FMR and FNMR are rates of the comparison alone.
struct ScoreSet {
  std::vector<double> genuine;   ///< reference and probe of one person, in any order
  std::vector<double> impostor;  ///< reference and probe of two persons, in any order
  Count failure_to_enrol;        ///< references without a usable face, out of all references
  Count failure_to_acquire;      ///< probes without a usable face, out of all probes
};

}  // namespace uketsuke::accuracy
