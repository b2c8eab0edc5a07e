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
  std::filesystem::path pairs;       ///< a pairs file of LFW; empty: by folders
  bool skip_missing = false;         ///< pairs without their picture are left out instead of refused
  bool all_against_all = false;      ///< every picture is reference and probe
  std::size_t max_impostors = 0;     ///< draws so many impostor comparisons; 0: all
  std::uint64_t seed = 1;            ///< of that drawing
  bool card = false;                 ///< references go through the card's photo first
  std::filesystem::path attacks;     ///< ATTACKS/<kind>/<picture>; empty: none
  std::vector<double> fmr;           ///< at which the FNMR is stated
  std::vector<double> thresholds;    ///< at which FMR and FNMR are stated
  double liveness_threshold = 0.5;   ///< of APCER and BPCER
  std::optional<double> max_fnmr{};  ///< more at the first of `fmr` fails the evaluation
  MatcherChoice matcher;
  std::filesystem::path out = "evaluate-out";
  int jobs = 1;
  unsigned call_seconds = 30;  ///< of wall time, after which a call of the matcher counts as hanging
};

/// Measures a face matcher on pictures, prints the rates and writes the report. @return the program's exit
/// code
/// @throws InputError, SystemError
int evaluate(const EvaluateOptions& options);

}  // namespace uketsuke::bench
