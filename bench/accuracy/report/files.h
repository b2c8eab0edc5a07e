#pragma once

#include <filesystem>
#include <string>

#include "bench/accuracy/evaluation.h"
#include "bench/accuracy/measurement.h"
#include "bench/accuracy/plan.h"

namespace uketsuke::bench {

/// evaluation.json: every number of the evaluation, and the names of what could not be used.
std::string evaluation_json(const Evaluation& evaluation);

/// scores.csv (RFC 4180): reference, probe, genuine, fold, score, note; one comparison per row, in the order
/// of the plan.
std::string scores_csv(const Plan& plan, const Measurement& measurement);

/// pictures.csv: picture, kind (`bona fide` or the kind of attack), width, height, enrolled, face, liveness,
/// note.
std::string pictures_csv(const Plan& plan, const Gallery& attacks, const Measurement& measurement);

/// The DET curve, with the requested thresholds as dots.
std::string evaluation_svg(const Evaluation& evaluation);

/// report.html: the whole evaluation on one self-contained page.
std::string evaluation_html(const Evaluation& evaluation);

}  // namespace uketsuke::bench
