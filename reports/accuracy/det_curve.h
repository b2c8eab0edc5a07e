#pragma once

#include <vector>

#include "reports/accuracy/error_rates.h"

namespace uketsuke::accuracy {

/// One threshold of a DET curve (detection error trade-off, ISO/IEC 19795-1).
struct DetPoint {
  double threshold;
  Count false_matches;      ///< FMR
  Count false_non_matches;  ///< FNMR
};

/// The curve from the lowest threshold (FMR 1, FNMR 0) to one above all scores (FMR 0, FNMR 1).
///
/// Only corners are kept, where the curve turns from falling FMR to rising FNMR or back: the steps between
/// two corners are straight. Of corners within `resolution` normal deviates of the last kept one (on both
/// axes), only the last of the group is kept. So every point was measured, none is interpolated, and a curve
/// of millions of scores has a few hundred points. Empty if genuine or impostor scores are missing.
std::vector<DetPoint> det_curve(const ErrorRates& rates, double resolution = 0.005);

}  // namespace uketsuke::accuracy
