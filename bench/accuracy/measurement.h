#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "bench/accuracy/evaluate.h"
#include "bench/accuracy/plan.h"
#include "bench/accuracy/scorer.h"

namespace uketsuke::bench {

/// What the matcher said of every picture and every comparison.
struct Measurement {
  std::string matcher;                       ///< name and version, as the plug-in gives them
  std::vector<PictureState> pictures;        ///< as Plan::gallery.pictures
  std::vector<PictureState> attacks;         ///< as the pictures of the attacks
  std::vector<ComparisonState> comparisons;  ///< as Plan::comparisons
  std::vector<std::string> deaths;           ///< pictures and pairs on which the matcher's process died
  bool interrupted = false;
  double seconds = 0;                ///< of wall time, for the comparisons
  std::size_t comparisons_made = 0;  ///< by the matcher: those without a usable picture are not tried
};

/// Looks at every picture first, so that one without a face costs nothing later, then compares. Draws the
/// progress on standard output.
/// @throws InputError, SystemError
Measurement measure(const Plan& plan, const Gallery& attacks, const Matcher& matcher,
                    const EvaluateOptions& options, const std::atomic<bool>& stop);

}  // namespace uketsuke::bench
