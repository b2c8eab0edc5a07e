#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reports/accuracy/score_set.h"

namespace uketsuke::accuracy {

/// What presentation attack detection said of one kind of presentation (ISO/IEC 30107-3).
struct Presentations {
  std::vector<double> liveness;   ///< 0 (picture, screen) to 1 (person), one a presentation that was answered
  std::size_t non_responses = 0;  ///< no face was found: neither attack nor bona fide was said
};

/// APCER of one kind of attack instrument: attack presentations classified as bona fide (liveness at the
/// threshold or above), out of those answered.
Count apcer(const Presentations& attacks, double threshold);

/// BPCER: bona fide presentations classified as attacks, out of those answered.
Count bpcer(const Presentations& bona_fide, double threshold);

/// APNRR or BPNRR: presentations that got no answer, out of all.
Count non_response(const Presentations& presentations);

using AttackKinds = std::map<std::string, Presentations>;  ///< by the name of the attack instrument species

/// The kind with the highest APCER; by 30107-3 the APCER of the system is that of its weakest species, not
/// the mean. Empty where no kind got an answer; of equal ones the first by name.
std::string weakest_kind(const AttackKinds& kinds, double threshold);

/// The lowest threshold that keeps the APCER of every kind at `apcer_limit` or less, for BPCER10, BPCER20 and
/// BPCER100 (limits 0.1, 0.05, 0.01). Nothing without answered attacks.
std::optional<double> threshold_at_apcer(const AttackKinds& kinds, double apcer_limit);

}  // namespace uketsuke::accuracy
