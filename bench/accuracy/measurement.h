#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "bench/accuracy/evaluate.h"
#include "bench/accuracy/plan.h"
#include "bench/accuracy/scorer.h"

namespace uketsuke::bench {

/// The matcher's results for every image and every comparison.
struct Measurement {
  std::string matcher;                       ///< name and version reported by the plug-in
  std::vector<PictureState> pictures;        ///< one per Plan::gallery.pictures
  std::vector<PictureState> attacks;         ///< one per image of the attacks
  std::vector<ComparisonState> comparisons;  ///< one per Plan::comparisons
  std::vector<std::string> deaths;           ///< images and pairs on which the matcher's process died
  bool interrupted = false;
  double seconds = 0;                ///< wall time of the comparisons
  std::size_t comparisons_made = 0;  ///< made by the matcher: those without a usable image are not tried
};

/// Examines every image first, so that one without a face costs no time later, then compares. Shows progress
/// on standard output.
/// @throws InputError, SystemError
Measurement measure(const Plan& plan, const Gallery& attacks, const Matcher& matcher,
                    const EvaluateOptions& options, const std::atomic<bool>& stop);

}  // namespace uketsuke::bench
