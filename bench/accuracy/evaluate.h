#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "bench/accuracy/matcher_choice.h"

namespace uketsuke::bench {

struct EvaluateOptions {
  std::filesystem::path folder;      ///< FOLDER/<person>/<picture>
  std::filesystem::path pairs;       ///< an LFW pairs file; empty: pairs follow from the folders
  bool skip_missing = false;         ///< ignores pairs without an image instead of refusing them
  bool all_against_all = false;      ///< every image is both reference and probe
  std::size_t max_impostors = 0;     ///< number of impostor comparisons to draw at random; 0: all
  std::uint64_t seed = 1;            ///< seed of the draw
  bool card = false;                 ///< converts references to card photos first
  std::filesystem::path attacks;     ///< ATTACKS/<kind>/<picture>; empty: none
  std::vector<double> fmr;           ///< FMRs at which the FNMR is stated
  std::vector<double> thresholds;    ///< thresholds at which FMR and FNMR are stated
  double liveness_threshold = 0.5;   ///< threshold for APCER and BPCER
  std::optional<double> max_fnmr{};  ///< a higher FNMR at the first of `fmr` fails the evaluation
  MatcherChoice matcher;
  std::filesystem::path out = "evaluate-out";
  int jobs = 1;
  unsigned call_seconds = 30;  ///< wall time after which a call of the matcher counts as hanging
};

/// Measures a face matcher on images, prints the rates and writes the report.
/// @returns the program's exit code
/// @throws InputError, SystemError
int evaluate(const EvaluateOptions& options);

}  // namespace uketsuke::bench
