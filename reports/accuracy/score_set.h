#pragma once

#include <cstddef>
#include <vector>

namespace uketsuke::accuracy {

/// How often something went wrong out of how many times it was tried.
struct Count {
  std::size_t errors = 0;
  std::size_t trials = 0;

  /// 0 to 1; 0 where nothing was tried.
  double rate() const { return trials == 0 ? 0 : static_cast<double>(errors) / static_cast<double>(trials); }
};

/// What a matcher said in one evaluation, in the terms of ISO/IEC 19795-1.
///
/// A score is a similarity: higher means more alike. A score set holds completed comparisons only. A picture
/// in which no face was found takes part in no comparison: it is counted as a failure to enrol (references)
/// or to acquire (probes), so that FMR and FNMR stay rates of the comparison alone.
struct ScoreSet {
  std::vector<double> genuine;   ///< reference and probe of one person, in any order
  std::vector<double> impostor;  ///< reference and probe of two persons, in any order
  Count failure_to_enrol;        ///< references without a usable face, out of all references
  Count failure_to_acquire;      ///< probes without a usable face, out of all probes
};

}  // namespace uketsuke::accuracy
