#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reports/accuracy/det_curve.h"

namespace uketsuke::accuracy {

/// Texts on and beside a DET curve.
struct DetLabels {
  std::string title;     ///< what was compared, with which matcher
  std::string subtitle;  ///< number of comparisons
};

/// A threshold to mark on the curve, `0.400`.
struct DetMark {
  std::string label;
  DetPoint point;
};

/// Draws the curve as one self-contained SVG file: FMR to the right and FNMR upwards, both on normal deviates
/// from 0.001 % to 60 %, ticks 0.001, 0.01, 0.1, 1, 2, 5, 10, 20, 40 %; the 95 % Wilson interval of the FNMR
/// as a band; the line of equal error; grey where the rule of 3 forbids stating an FMR. All text is escaped.
/// @param curve result of det_curve(); an empty one gives axes without a curve
std::string det_svg(const std::vector<DetPoint>& curve, const std::vector<DetMark>& marks,
                    const DetLabels& labels);

}  // namespace uketsuke::accuracy
