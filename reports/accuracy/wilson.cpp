#include "reports/accuracy/wilson.h"

#include <algorithm>
#include <cmath>

namespace uketsuke::accuracy {

Interval wilson(const Count& count, double deviate) {
  if (count.trials == 0) return {0, 1};
  const auto n = static_cast<double>(count.trials);
  const double p = count.rate();
  const double square = deviate * deviate;
  const double shrink = 1 + square / n;
  const double centre = (p + square / (2 * n)) / shrink;
  const double half = deviate / shrink * std::sqrt(p * (1 - p) / n + square / (4 * n * n));
  // The bounds are exact at the ends, where subtracting two equal numbers would leave a rounding error.
  const double low = count.errors == 0 ? 0 : std::max(0.0, centre - half);
  const double high = count.errors == count.trials ? 1 : std::min(1.0, centre + half);
  return {low, high};
}

}  // namespace uketsuke::accuracy
