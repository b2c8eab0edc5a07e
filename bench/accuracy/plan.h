#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/accuracy/evaluate.h"
#include "bench/accuracy/gallery.h"

namespace uketsuke::bench {

/// A reference and a probe, as indices into Plan::gallery.pictures.
struct Comparison {
  std::uint32_t reference = 0;
  std::uint32_t probe = 0;
  bool genuine = false;
  int fold = 0;
};

/// The comparisons of an evaluation.
struct Plan {
  Gallery gallery;
  std::vector<Comparison> comparisons;
  std::vector<bool> references;       ///< per picture: is a reference
  std::vector<bool> probes;           ///< per picture: is a probe
  int folds = 0;                      ///< of the pairs file; 0 without one
  std::vector<std::string> left_out;  ///< pairs without an image, `pairs.txt:7:1: …`, with --skip-missing
};

/// Plans the comparisons.
///
/// Without a pairs file: a person's pictures named `card*` or `reference*`, or else the first one, are
/// references, and all others are probes; every reference is compared with every probe. With all_against_all:
/// every pair of pictures once, with the earlier one as the reference.
///
/// With a pairs file: the first of a pair is the reference, and picture i of a person is
/// FOLDER/name/name_000i.jpg (or another extension).
/// @throws InputError if there are fewer than two persons, or if no genuine or no impostor comparison
/// results; for pairs without an image, it names each with its line
Plan make_plan(const EvaluateOptions& options);

}  // namespace uketsuke::bench
