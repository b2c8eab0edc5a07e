#include "bench/accuracy/report/wording.h"

#include <fmt/format.h>

#include <cmath>

#include "reports/accuracy/wilson.h"

namespace uketsuke::bench {

namespace {

/// Percentage with three significant digits, never in exponent notation.
std::string hundredfold(double rate) {
  const double value = rate * 100;
  if (value <= 0) return "0";
  const int digits = std::max(0, 2 - static_cast<int>(std::floor(std::log10(value))));
  return fmt::format("{:.{}f}", value, digits);
}

}  // namespace

std::string percent(double rate) { return hundredfold(rate) + " %"; }

std::string out_of(const accuracy::Count& count) {
  return fmt::format("{} of {}", count.errors, count.trials);
}

std::string interval_of(const accuracy::Count& count) {
  const accuracy::Interval interval = accuracy::wilson(count);
  return fmt::format("{} to {}", hundredfold(interval.low), percent(interval.high));
}

std::string row_name(const RatesAt& rates) {
  return rates.asked_fmr ? fmt::format("FMR {}", *rates.asked_fmr)
                         : fmt::format("threshold {}", rates.threshold);
}

std::string threshold_text(const RatesAt& rates) {
  const double shown = rates.asked_fmr ? std::ceil(rates.threshold * 1e4) / 1e4 : rates.threshold;
  return fmt::format("{:.4f}", shown);
}

std::string evidence_text(const RatesAt& rates) {
  if (!rates.asked_fmr) return "";
  switch (rates.evidence) {
    case accuracy::Evidence::sound:
      return "";
    case accuracy::Evidence::weak:
      return fmt::format(
          "order of magnitude only: {} of the {} impostor comparisons that the rule of 30 requires",
          rates.fmr.trials, accuracy::trials_for_rule_of_30(*rates.asked_fmr));
    case accuracy::Evidence::too_few:
      if (*rates.asked_fmr <= 0) return "no number of impostor comparisons shows an FMR of 0";
      return fmt::format(
          "too few impostors to state FMR {}: {} of the {} comparisons that the rule of 3 requires",
          *rates.asked_fmr, rates.fmr.trials, accuracy::trials_for_rule_of_3(*rates.asked_fmr));
  }
  return "";
}

std::vector<PadRow> pad_rows(const Evaluation& evaluation) {
  std::vector<PadRow> rows;
  for (const auto& [kind, presentations] : evaluation.attacks) {
    rows.push_back({"APCER " + kind, accuracy::apcer(presentations, evaluation.liveness_threshold),
                    accuracy::non_response(presentations)});
  }
  if (!evaluation.bona_fide.liveness.empty()) {
    rows.push_back({"BPCER", accuracy::bpcer(evaluation.bona_fide, evaluation.liveness_threshold),
                    accuracy::non_response(evaluation.bona_fide)});
  }
  return rows;
}

std::vector<std::string> bpcer_at_apcer(const Evaluation& evaluation) {
  std::vector<std::string> lines;
  if (evaluation.bona_fide.liveness.empty()) return lines;
  for (const int divisor : {10, 20, 100}) {
    const auto threshold = accuracy::threshold_at_apcer(evaluation.attacks, 1.0 / divisor);
    if (!threshold) return lines;
    const accuracy::Count rate = accuracy::bpcer(evaluation.bona_fide, *threshold);
    lines.push_back(fmt::format("BPCER{} {} ({}) at liveness {:.6g}", divisor, percent(rate.rate()),
                                interval_of(rate), *threshold));
  }
  return lines;
}

}  // namespace uketsuke::bench
