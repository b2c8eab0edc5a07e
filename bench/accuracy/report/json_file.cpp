#include <nlohmann/json.hpp>

#include "bench/accuracy/report/files.h"
#include "reports/accuracy/wilson.h"

namespace uketsuke::bench {

namespace {

using nlohmann::json;

json to_json(const accuracy::Count& count) {
  const accuracy::Interval interval = accuracy::wilson(count);
  return {{"errors", count.errors},
          {"trials", count.trials},
          {"rate", count.rate()},
          {"wilson95", {interval.low, interval.high}}};
}

json to_json(const RatesAt& rates) {
  json value{{"threshold", rates.threshold}, {"fmr", to_json(rates.fmr)}, {"fnmr", to_json(rates.fnmr)}};
  if (rates.asked_fmr) {
    value["asked_fmr"] = *rates.asked_fmr;
    value["evidence"] = to_name(rates.evidence);
  }
  return value;
}

json to_json(const std::vector<Remark>& remarks) {
  json list = json::array();
  for (const Remark& remark : remarks) list.push_back({{"name", remark.name}, {"text", remark.text}});
  return list;
}

json to_json(const std::vector<Extreme>& extremes) {
  json list = json::array();
  for (const Extreme& extreme : extremes) {
    list.push_back({{"reference", extreme.reference}, {"probe", extreme.probe}, {"score", extreme.score}});
  }
  return list;
}

json pad_json(const Evaluation& evaluation) {
  json pad{{"threshold", evaluation.liveness_threshold},
           {"bpcer", to_json(accuracy::bpcer(evaluation.bona_fide, evaluation.liveness_threshold))},
           {"bona_fide_non_response", to_json(accuracy::non_response(evaluation.bona_fide))},
           {"attacks", json::object()}};
  for (const auto& [kind, presentations] : evaluation.attacks) {
    pad["attacks"][kind] = {{"apcer", to_json(accuracy::apcer(presentations, evaluation.liveness_threshold))},
                            {"non_response", to_json(accuracy::non_response(presentations))}};
  }
  pad["weakest"] = accuracy::weakest_kind(evaluation.attacks, evaluation.liveness_threshold);
  return pad;
}

}  // namespace

std::string evaluation_json(const Evaluation& evaluation) {
  json value{{"evaluation", "uketsuke"},
             {"version", 1},
             {"matcher", evaluation.matcher},
             {"source", evaluation.source},
             {"card", evaluation.card},
             {"interrupted", evaluation.interrupted},
             {"persons", evaluation.persons},
             {"pictures", evaluation.pictures},
             {"ignored_files", evaluation.ignored},
             {"comparisons",
              {{"planned", evaluation.planned},
               {"genuine", evaluation.scores.genuine.size()},
               {"impostor", evaluation.scores.impostor.size()},
               {"without_score", evaluation.without_score},
               {"milliseconds", evaluation.milliseconds}}},
             {"failure_to_enrol", to_json(evaluation.scores.failure_to_enrol)},
             {"failure_to_acquire", to_json(evaluation.scores.failure_to_acquire)},
             {"rates", json::array()},
             {"det", json::array()},
             {"liveness", pad_json(evaluation)},
             {"unusable", to_json(evaluation.unusable)},
             {"not_acquired", to_json(evaluation.not_acquired)},
             {"not_enrolled", to_json(evaluation.not_enrolled)},
             {"failures", to_json(evaluation.failures)},
             {"left_out", evaluation.left_out},
             {"deaths", evaluation.deaths},
             {"lowest_genuine", to_json(evaluation.lowest_genuine)},
             {"highest_impostor", to_json(evaluation.highest_impostor)}};
  if (evaluation.equal_error) {
    value["equal_error"] = {{"rate", evaluation.equal_error->rate},
                            {"threshold", evaluation.equal_error->threshold}};
  }
  if (evaluation.folds) {
    value["folds"] = {{"accuracy", evaluation.folds->folds},
                      {"thresholds", evaluation.folds->thresholds},
                      {"mean", evaluation.folds->mean},
                      {"standard_error", evaluation.folds->standard_error}};
  }
  for (const RatesAt& rates : evaluation.rates) value["rates"].push_back(to_json(rates));
  for (const accuracy::DetPoint& point : evaluation.det) {
    value["det"].push_back({point.threshold, point.false_matches.rate(), point.false_non_matches.rate()});
  }
  return value.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace uketsuke::bench
