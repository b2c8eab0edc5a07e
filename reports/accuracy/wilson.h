#pragma once

#include "reports/accuracy/score_set.h"

namespace uketsuke::accuracy {

struct Interval {
  double low = 0;
  double high = 1;
};

/// The normal deviate of a two-sided 95 % interval.
inline constexpr double k95Percent = 1.959963984540054;

/// The Wilson score interval of the true rate (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927), without
/// continuity correction. Unlike the textbook's `p ± z √(p(1-p)/n)`, it is valid for zero errors and for few
/// trials. [0, 1] without trials.
///
/// It assumes independent trials. Comparisons that share a picture are dependent: with all against all, the
/// true interval is wider.
Interval wilson(const Count& count, double deviate = k95Percent);

}  // namespace uketsuke::accuracy
