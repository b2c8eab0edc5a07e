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

/// What is to be compared.
struct Plan {
  Gallery gallery;
  std::vector<Comparison> comparisons;
  std::vector<bool> references;       ///< by picture: takes part as a reference
  std::vector<bool> probes;           ///< by picture: takes part as a probe
  int folds = 0;                      ///< of the pairs file; 0 without one
  std::vector<std::string> left_out;  ///< pairs without a picture, `pairs.txt:7:1: …`, with --skip-missing
};

/// Without a pairs file: a person's pictures named `card*` or `reference*`, or else the first, are references
/// and all others probes; every reference is compared with every probe. All against all: every two pictures
/// once, the earlier as the reference.
///
/// With a pairs file the first of a pair is the reference, and picture i of a person is
/// FOLDER/name/name_000i.jpg (or another ending).
/// @throws InputError for fewer than two persons, or where no genuine or no impostor comparison comes out;
/// for pairs without a picture it names each, with the line
Plan make_plan(const EvaluateOptions& options);

}  // namespace uketsuke::bench
