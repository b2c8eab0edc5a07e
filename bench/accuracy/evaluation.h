#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bench/accuracy/evaluate.h"
#include "bench/accuracy/measurement.h"
#include "bench/accuracy/plan.h"
#include "reports/accuracy/det_curve.h"
#include "reports/accuracy/error_rates.h"
#include "reports/accuracy/lfw_folds.h"
#include "reports/accuracy/pad_rates.h"

namespace uketsuke::bench {

/// FMR and FNMR at one threshold.
struct RatesAt {
  std::optional<double>
      asked_fmr;  ///< the FMR that the threshold is for; nothing where the threshold was given
  double threshold = 0;
  accuracy::Count fmr;
  accuracy::Count fnmr;
  accuracy::Evidence evidence = accuracy::Evidence::sound;  ///< for the FMR that was asked
};

/// A file or a pair that something is to be said about.
struct Remark {
  std::string name;
  std::string text;
};

/// One comparison worth looking at.
struct Extreme {
  std::string reference;
  std::string probe;
  double score = 0;
};

/// Everything that the reports say.
struct Evaluation {
  std::string matcher;
  std::string source;  ///< folder, and pairs file
  bool card = false;
  bool interrupted = false;
  std::size_t persons = 0;
  std::size_t pictures = 0;
  std::size_t ignored = 0;  ///< files that are no pictures by their names
  accuracy::ScoreSet scores;
  std::size_t planned = 0;        ///< comparisons
  std::size_t without_score = 0;  ///< tried, and the matcher gave none, failed or died
  double milliseconds = 0;        ///< of wall time for a comparison in one process
  std::optional<accuracy::ErrorRates::EqualError> equal_error;
  std::vector<RatesAt> rates;
  std::vector<accuracy::DetPoint> det;
  std::optional<accuracy::FoldAccuracy> folds;
  double liveness_threshold = 0;
  accuracy::Presentations bona_fide;  ///< all probes
  accuracy::AttackKinds attacks;
  std::vector<Remark> unusable;       ///< pictures that cannot be read; they are in no rate
  std::vector<Remark> not_acquired;   ///< probes
  std::vector<Remark> not_enrolled;   ///< references
  std::vector<Remark> failures;       ///< comparisons without a score
  std::vector<std::string> left_out;  ///< pairs
  std::vector<std::string> deaths;    ///< of the matcher's process
  std::vector<Extreme> lowest_genuine;
  std::vector<Extreme> highest_impostor;
};

/// @throws InputError where no genuine or no impostor comparison was made at all, with the first reasons
Evaluation evaluate_measurement(const Plan& plan, const Gallery& attacks, const Measurement& measurement,
                                const EvaluateOptions& options);

}  // namespace uketsuke::bench
