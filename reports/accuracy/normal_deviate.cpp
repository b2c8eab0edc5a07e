#include "reports/accuracy/normal_deviate.h"

#include <cmath>
#include <limits>

namespace uketsuke::accuracy {

double normal_deviate(double p) {
  if (p <= 0) return -std::numeric_limits<double>::infinity();
  if (p >= 1) return std::numeric_limits<double>::infinity();
  if (p > 0.5) return -normal_deviate(1 - p);  // erfc is accurate in the lower tail
  // Bisection: 64 steps exhaust the interval. No double below 0.5 has a deviate under -38.5.
  double low = -39;
  double high = 0;
  const double root_half = std::sqrt(0.5);
  for (int step = 0; step < 64; ++step) {
    const double middle = (low + high) / 2;
    (std::erfc(-middle * root_half) / 2 < p ? low : high) = middle;
  }
  return high;
}

}  // namespace uketsuke::accuracy
