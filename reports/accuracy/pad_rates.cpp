#include "reports/accuracy/pad_rates.h"

#include <algorithm>
#include <functional>

#include "reports/accuracy/error_rates.h"

namespace uketsuke::accuracy {

namespace {

std::size_t live_at(const Presentations& presentations, double threshold) {
  return static_cast<std::size_t>(std::count_if(presentations.liveness.begin(), presentations.liveness.end(),
                                                [&](double score) { return score >= threshold; }));
}

}  // namespace

Count apcer(const Presentations& attacks, double threshold) {
  return {live_at(attacks, threshold), attacks.liveness.size()};
}

Count bpcer(const Presentations& bona_fide, double threshold) {
  return {bona_fide.liveness.size() - live_at(bona_fide, threshold), bona_fide.liveness.size()};
}

Count non_response(const Presentations& presentations) {
  return {presentations.non_responses, presentations.non_responses + presentations.liveness.size()};
}

std::string weakest_kind(const AttackKinds& kinds, double threshold) {
  std::string weakest;
  double highest = -1;
  for (const auto& [name, presentations] : kinds) {
    const Count count = apcer(presentations, threshold);
    if (count.trials == 0 || count.rate() <= highest) continue;
    highest = count.rate();
    weakest = name;
  }
  return weakest;
}

std::optional<double> threshold_at_apcer(const AttackKinds& kinds, double apcer_limit) {
  std::optional<double> threshold;
  for (const auto& [name, presentations] : kinds) {
    std::vector<double> falling = presentations.liveness;
    if (falling.empty()) continue;
    std::sort(falling.begin(), falling.end(), std::greater<>());
    constexpr double kRounding = 1e-9;  // 0.29 * 100 is 28.999999999999996
    const auto allowed =
        static_cast<std::size_t>(apcer_limit * static_cast<double>(falling.size()) + kRounding);
    const double needed = allowed >= falling.size() ? falling.back() : just_above(falling[allowed]);
    threshold = std::max(threshold.value_or(needed), needed);
  }
  return threshold;
}

}  // namespace uketsuke::accuracy
