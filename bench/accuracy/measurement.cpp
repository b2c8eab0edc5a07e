#include "bench/accuracy/measurement.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <tuple>

#include "bench/accuracy/workers.h"
#include "reports/console/progress.h"

namespace uketsuke::bench {

namespace {

using nlohmann::json;

const char* environment(const char* name) {
  return std::getenv(name);  // NOLINT(concurrency-mt-unsafe): single thread, no thread sets it
}

template <class Value>
json or_null(const std::optional<Value>& value) {
  return value ? json(*value) : json(nullptr);
}

template <class Value>
std::optional<Value> value_of(const json& value) {
  if (value.is_null()) return std::nullopt;
  return value.get<Value>();
}

// A matcher's texts may be invalid UTF-8.
std::string line_of(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

std::string line_of(const PictureState& state) {
  return line_of(json{state.unusable, state.width, state.height, or_null(state.enrolled), or_null(state.face),
                      or_null(state.liveness), state.note});
}

PictureState picture_state(const std::string& line) {
  const json value = json::parse(line);
  PictureState state;
  state.examined = true;
  state.unusable = value[0];
  state.width = value[1];
  state.height = value[2];
  state.enrolled = value_of<bool>(value[3]);
  state.face = value_of<bool>(value[4]);
  state.liveness = value_of<double>(value[5]);
  state.note = value[6];
  return state;
}

/// Examines the pictures, then the attacks.
class ExaminingWorker : public ItemWorker {
 public:
  ExaminingWorker(const Plan& plan, const Gallery& attacks, const Matcher& matcher, bool card)
      : plan_(plan), attacks_(attacks), scorer_(matcher, card) {}

  std::string greeting() const override { return scorer_.matcher_name() + " " + scorer_.matcher_version(); }

  std::string work(std::size_t item) override {
    const auto& pictures = plan_.gallery.pictures;
    if (item < pictures.size()) {
      return line_of(scorer_.examine(pictures[item], plan_.references[item], plan_.probes[item]));
    }
    return line_of(scorer_.examine(attacks_.pictures[item - pictures.size()], false, true));
  }

 private:
  const Plan& plan_;
  const Gallery& attacks_;
  Scorer scorer_;
};

class ComparingWorker : public ItemWorker {
 public:
  ComparingWorker(const Plan& plan, const std::vector<std::size_t>& order, const Matcher& matcher, bool card)
      : plan_(plan), order_(order), scorer_(matcher, card) {}

  std::string greeting() const override { return scorer_.matcher_name() + " " + scorer_.matcher_version(); }

  std::string work(std::size_t item) override {
    const Comparison& comparison = plan_.comparisons[order_[item]];
    const auto& pictures = plan_.gallery.pictures;
    const ComparisonState state = scorer_.compare(pictures[comparison.reference], pictures[comparison.probe]);
    return line_of(json{or_null(state.score), state.note});
  }

 private:
  const Plan& plan_;
  const std::vector<std::size_t>& order_;
  Scorer scorer_;
};

/// Number of marked items before each picture.
std::vector<std::uint32_t> ranks(const std::vector<bool>& marked) {
  std::vector<std::uint32_t> ranks;
  std::uint32_t before = 0;
  for (const bool one : marked) {
    ranks.push_back(before);
    before += one ? 1U : 0U;
  }
  return ranks;
}

/// The comparisons whose images are usable, tile by tile: 16 references by 16 probes. A process then analyses
/// each image of a tile once if the matcher makes templates; otherwise it enrols each reference once.
std::vector<std::size_t> order_of_work(const Plan& plan, const Measurement& measurement) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < plan.comparisons.size(); ++i) {
    const Comparison& comparison = plan.comparisons[i];
    if (measurement.pictures[comparison.reference].enrolled.value_or(false) &&
        measurement.pictures[comparison.probe].face.value_or(false)) {
      order.push_back(i);
    }
  }
  constexpr std::uint32_t kTile = 16;
  const std::vector<std::uint32_t> references = ranks(plan.references), probes = ranks(plan.probes);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto place = [&](const Comparison& c) {
      return std::tuple(references[c.reference] / kTile, probes[c.probe] / kTile, c.reference, c.probe);
    };
    return place(plan.comparisons[a]) < place(plan.comparisons[b]);
  });
  return order;
}

/// The reason why a comparison without a usable image is not tried.
std::string reason_not_tried(const PictureState& reference, const PictureState& probe) {
  if (!reference.unusable.empty() || !probe.unusable.empty()) return "a picture cannot be read";
  if (!reference.enrolled.value_or(false)) return "the reference was not enrolled";
  if (!probe.face.value_or(false)) return "no face in the probe";
  return "";
}

class Measuring {
 public:
  Measuring(const Plan& plan, const Gallery& attacks, const Matcher& matcher, const EvaluateOptions& options,
            const std::atomic<bool>& stop)
      : plan_(plan), attacks_(attacks), matcher_(matcher), options_(options), stop_(stop) {
    result_.pictures.resize(plan.gallery.pictures.size());
    result_.attacks.resize(attacks.pictures.size());
    result_.comparisons.resize(plan.comparisons.size());
  }

  Measurement run() {
    examine();
    compare();
    result_.interrupted = stop_;
    return std::move(result_);
  }

 private:
  const Plan& plan_;
  const Gallery& attacks_;
  const Matcher& matcher_;
  const EvaluateOptions& options_;
  const std::atomic<bool>& stop_;
  Measurement result_;

  void work(const char* what, ItemWork items) {
    if (items.count == 0 || stop_) return;
    const reports::Style style = reports::style_for(STDOUT_FILENO, environment);
    std::cout << what << "\n" << std::flush;  // before the first fork: buffered output would be written twice
    const auto progress = reports::make_progress(std::cout, style, items.count, reports::steady_clock());
    items.done = [&, done = std::move(items.done)](std::size_t item, const std::string& line) {
      done(item, line);
      progress->add(record::Result::pass);
    };
    items.lost = [&, lost = std::move(items.lost)](std::size_t item, const std::string& cause) {
      lost(item, cause);
      progress->add(record::Result::error);
    };
    items.greeted = [&](const std::string& line) { result_.matcher = line; };
    work_items(items, {options_.jobs, options_.call_seconds}, stop_);
    progress->finish();
  }

  void examine() {
    const std::size_t pictures = result_.pictures.size();
    const auto state = [this, pictures](std::size_t item) -> PictureState& {
      return item < pictures ? result_.pictures[item] : result_.attacks[item - pictures];
    };
    ItemWork items;
    items.count = pictures + result_.attacks.size();
    items.start = [this] {
      return std::make_unique<ExaminingWorker>(plan_, attacks_, matcher_, options_.card);
    };
    items.done = [state](std::size_t item, const std::string& line) { state(item) = picture_state(line); };
    items.lost = [this, state, pictures](std::size_t item, const std::string& cause) {
      const Picture& picture =
          item < pictures ? plan_.gallery.pictures[item] : attacks_.pictures[item - pictures];
      state(item).examined = true;
      state(item).note = "the matcher " + cause;
      result_.deaths.push_back(picture.name + ": the matcher " + cause);
    };
    work("looking at the pictures", std::move(items));
  }

  void compare() {
    for (std::size_t i = 0; i < plan_.comparisons.size(); ++i) {
      const Comparison& comparison = plan_.comparisons[i];
      result_.comparisons[i].note =
          reason_not_tried(result_.pictures[comparison.reference], result_.pictures[comparison.probe]);
    }
    const std::vector<std::size_t> order = order_of_work(plan_, result_);
    const auto begin = std::chrono::steady_clock::now();
    ItemWork items;
    items.count = order.size();
    items.start = [this, &order] {
      return std::make_unique<ComparingWorker>(plan_, order, matcher_, options_.card);
    };
    items.done = [this, &order](std::size_t item, const std::string& line) {
      const json value = json::parse(line);
      result_.comparisons[order[item]] = {value_of<double>(value[0]), value[1]};
      ++result_.comparisons_made;
    };
    items.lost = [this, &order](std::size_t item, const std::string& cause) {
      const Comparison& comparison = plan_.comparisons[order[item]];
      const auto& pictures = plan_.gallery.pictures;
      result_.comparisons[order[item]].note = "the matcher " + cause;
      result_.deaths.push_back(fmt::format("{} with {}: the matcher {}", pictures[comparison.reference].name,
                                           pictures[comparison.probe].name, cause));
    };
    work("comparing", std::move(items));
    result_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  }
};

}  // namespace

Measurement measure(const Plan& plan, const Gallery& attacks, const Matcher& matcher,
                    const EvaluateOptions& options, const std::atomic<bool>& stop) {
  return Measuring(plan, attacks, matcher, options, stop).run();
}

}  // namespace uketsuke::bench
