#include "reports/accuracy/error_rates.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace uketsuke::accuracy {

namespace {

std::vector<double> sorted(std::vector<double> scores) {
  for (const double score : scores) {
    if (!std::isfinite(score)) throw std::invalid_argument("a score is not a finite number");
  }
  std::sort(scores.begin(), scores.end());
  return scores;
}

std::size_t below(const std::vector<double>& rising, double threshold) {
  return static_cast<std::size_t>(std::lower_bound(rising.begin(), rising.end(), threshold) - rising.begin());
}

/// Rounds a count that is an integer but for rounding errors: 0.29 * 100 is 28.999999999999996.
double forgiving(double count) {
  constexpr double kRounding = 1e-9;
  const double whole = std::round(count);
  return std::abs(count - whole) <= kRounding * std::max(1.0, whole) ? whole : count;
}

}  // namespace

ErrorRates::ErrorRates(const ScoreSet& scores)
    : genuine_(sorted(scores.genuine)), impostor_(sorted(scores.impostor)) {
  std::set_union(genuine_.begin(), genuine_.end(), impostor_.begin(), impostor_.end(),
                 std::back_inserter(thresholds_));
  thresholds_.erase(std::unique(thresholds_.begin(), thresholds_.end()), thresholds_.end());
  if (!thresholds_.empty()) {
    thresholds_.push_back(std::nextafter(thresholds_.back(), std::numeric_limits<double>::infinity()));
  }
}

Count ErrorRates::false_matches(double threshold) const {
  return {impostor_.size() - below(impostor_, threshold), impostor_.size()};
}

Count ErrorRates::false_non_matches(double threshold) const {
  return {below(genuine_, threshold), genuine_.size()};
}

std::optional<double> ErrorRates::threshold_at_fmr(double fmr) const {
  if (thresholds_.empty()) return std::nullopt;
  const auto allowed = static_cast<std::size_t>(std::clamp(
      forgiving(fmr * static_cast<double>(impostor_.size())), 0.0, static_cast<double>(impostor_.size())));
  if (allowed >= impostor_.size()) return thresholds_.front();
  return just_above(impostor_[impostor_.size() - 1 - allowed]);
}

std::optional<ErrorRates::EqualError> ErrorRates::equal_error() const {
  if (genuine_.empty() || impostor_.empty()) return std::nullopt;
  const auto gap = [this](double threshold) {
    return false_non_matches(threshold).rate() - false_matches(threshold).rate();
  };
  // The difference rises from -1 at the lowest score to 1 above the highest.
  const auto after = std::partition_point(thresholds_.begin(), thresholds_.end(),
                                          [&](double threshold) { return gap(threshold) < 0; });
  const double high = *after;
  const double low = *std::prev(after);
  const double at_low = gap(low);
  const double part = at_low / (at_low - gap(high));
  const auto between = [part](double a, double b) { return a + part * (b - a); };
  return EqualError{between(false_non_matches(low).rate(), false_non_matches(high).rate()),
                    between(low, high)};
}

double just_above(double score) {
  return std::nextafter(static_cast<float>(score), std::numeric_limits<float>::infinity());
}

std::size_t trials_for_rule_of_3(double rate) {
  return static_cast<std::size_t>(std::ceil(forgiving(3 / rate)));
}

std::size_t trials_for_rule_of_30(double rate) {
  return static_cast<std::size_t>(std::ceil(forgiving(30 / rate)));
}

Evidence evidence_for(double rate, std::size_t trials) {
  if (trials >= trials_for_rule_of_30(rate)) return Evidence::sound;
  return trials >= trials_for_rule_of_3(rate) ? Evidence::weak : Evidence::too_few;
}

}  // namespace uketsuke::accuracy
