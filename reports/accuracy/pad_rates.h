#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reports/accuracy/score_set.h"

namespace uketsuke::accuracy {

/// Results of presentation attack detection for one kind of presentation (ISO/IEC 30107-3).
struct Presentations {
  std::vector<double> liveness;   ///< 0 (picture, screen) to 1 (person), one per presentation with a response
  std::size_t non_responses = 0;  ///< no face was found: classified neither as attack nor as bona fide
};

/// APCER of one attack instrument species: attack presentations classified as bona fide (liveness at or above
/// the threshold), out of those with a response.
Count apcer(const Presentations& attacks, double threshold);

/// BPCER: bona fide presentations classified as attacks, out of those with a response.
Count bpcer(const Presentations& bona_fide, double threshold);

/// APNRR or BPNRR: presentations without a response, out of all.
Count non_response(const Presentations& presentations);

using AttackKinds = std::map<std::string, Presentations>;  ///< by name of the attack instrument species

/// The species with the highest APCER; according to 30107-3 the APCER of the system is that of its weakest
/// species, not the mean. Empty if no species has a response; of equal ones the first by name.
std::string weakest_kind(const AttackKinds& kinds, double threshold);

/// The lowest threshold that keeps the APCER of every species at or below `apcer_limit`, for BPCER10, BPCER20
/// and BPCER100 (limits 0.1, 0.05, 0.01). Empty without attacks that have a response.
std::optional<double> threshold_at_apcer(const AttackKinds& kinds, double apcer_limit);

}  // namespace uketsuke::accuracy
