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
  /// FMR for which the threshold was chosen; none if the threshold was given.
  std::optional<double> asked_fmr;
  double threshold = 0;
  accuracy::Count fmr;
  accuracy::Count fnmr;
  accuracy::Evidence evidence = accuracy::Evidence::sound;  ///< for the requested FMR
};

/// A remark about a file or a pair.
struct Remark {
  std::string name;
  std::string text;
};

/// A comparison worth inspecting.
struct Extreme {
  std::string reference;
  std::string probe;
  double score = 0;
};

/// All data of the reports.
struct Evaluation {
  std::string matcher;
  std::string source;  ///< folder and pairs file
  bool card = false;
  bool interrupted = false;
  std::size_t persons = 0;
  std::size_t pictures = 0;
  std::size_t ignored = 0;  ///< files whose names are not image names
  accuracy::ScoreSet scores;
  std::size_t planned = 0;        ///< number of comparisons
  std::size_t without_score = 0;  ///< tried, but the matcher gave no score, failed or died
  double milliseconds = 0;        ///< wall time per comparison in one process
  std::optional<accuracy::ErrorRates::EqualError> equal_error;
  std::vector<RatesAt> rates;
  std::vector<accuracy::DetPoint> det;
  std::optional<accuracy::FoldAccuracy> folds;
  double liveness_threshold = 0;
  accuracy::Presentations bona_fide;  ///< all probes
  accuracy::AttackKinds attacks;
  std::vector<Remark> unusable;       ///< unreadable images; they count in no rate
  std::vector<Remark> not_acquired;   ///< probes
  std::vector<Remark> not_enrolled;   ///< references
  std::vector<Remark> failures;       ///< comparisons without a score
  std::vector<std::string> left_out;  ///< pairs
  std::vector<std::string> deaths;    ///< of the matcher's process
  std::vector<Extreme> lowest_genuine;
  std::vector<Extreme> highest_impostor;
};

/// @throws InputError with the first reasons, if no genuine or no impostor comparison was made
Evaluation evaluate_measurement(const Plan& plan, const Gallery& attacks, const Measurement& measurement,
                                const EvaluateOptions& options);

}  // namespace uketsuke::bench
