#pragma once

#include "reports/accuracy/score_set.h"

namespace uketsuke::accuracy {

struct Interval {
  double low = 0;
  double high = 1;
};

/// The normal deviate of a two-sided 95 % interval.
inline constexpr double k95Percent = 1.959963984540054;

/// The interval in which the true rate lies, by Wilson's score (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927),
/// without correction for continuity. Unlike the textbook's `p ± z √(p(1-p)/n)` it makes sense for no errors
/// at all and for few trials. [0, 1] where nothing was tried.
///
/// It takes the trials for independent. Comparisons that share a picture are not: with all against all the
/// true interval is wider.
Interval wilson(const Count& count, double deviate = k95Percent);

}  // namespace uketsuke::accuracy
