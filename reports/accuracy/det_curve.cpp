#include "reports/accuracy/det_curve.h"

#include <cmath>

#include "reports/accuracy/normal_deviate.h"

namespace uketsuke::accuracy {

namespace {

bool same_direction(const DetPoint& a, const DetPoint& b, const DetPoint& c) {
  const bool first_falls = a.false_matches.errors != b.false_matches.errors;
  const bool first_rises = a.false_non_matches.errors != b.false_non_matches.errors;
  const bool then_falls = b.false_matches.errors != c.false_matches.errors;
  const bool then_rises = b.false_non_matches.errors != c.false_non_matches.errors;
  return first_falls == then_falls && first_rises == then_rises && first_falls != first_rises;
}

/// Distance on an axis; two infinities of one sign have distance 0.
double distance(double a, double b) { return a == b ? 0 : std::abs(a - b); }

bool near(const DetPoint& a, const DetPoint& b, double resolution) {
  return distance(normal_deviate(a.false_matches.rate()), normal_deviate(b.false_matches.rate())) <
             resolution &&
         distance(normal_deviate(a.false_non_matches.rate()), normal_deviate(b.false_non_matches.rate())) <
             resolution;
}

}  // namespace

std::vector<DetPoint> det_curve(const ErrorRates& rates, double resolution) {
  std::vector<DetPoint> corners;
  if (rates.genuine().empty() || rates.impostor().empty()) return corners;
  std::size_t genuine = 0;
  std::size_t impostor = 0;
  for (const double threshold : rates.thresholds()) {
    while (genuine < rates.genuine().size() && rates.genuine()[genuine] < threshold) ++genuine;
    while (impostor < rates.impostor().size() && rates.impostor()[impostor] < threshold) ++impostor;
    const DetPoint point{threshold,
                         {rates.impostor().size() - impostor, rates.impostor().size()},
                         {genuine, rates.genuine().size()}};
    const std::size_t count = corners.size();
    if (count >= 2 && same_direction(corners[count - 2], corners[count - 1], point)) {
      corners.back() = point;
    } else {
      corners.push_back(point);
    }
  }
  std::vector<DetPoint> kept;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const bool last = i + 1 == corners.size();
    if (kept.empty() || last || !near(kept.back(), corners[i + 1], resolution)) kept.push_back(corners[i]);
  }
  return kept;
}

}  // namespace uketsuke::accuracy
