#include <fmt/format.h>

#include "bench/accuracy/report/files.h"

namespace uketsuke::bench {

namespace {

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

/// A score as the matcher returned it: the shortest text of the float.
std::string score_text(const std::optional<double>& score) {
  return score ? fmt::format("{}", static_cast<float>(*score)) : "";
}

template <class Value>
std::string or_nothing(const std::optional<Value>& value) {
  return value ? fmt::format("{}", *value) : "";
}

std::string row_of(const std::string& name, const std::string& kind, const PictureState& state) {
  return fmt::format("{},{},{},{},{},{},{},{}\r\n", quoted(name), quoted(kind), state.width, state.height,
                     or_nothing(state.enrolled), or_nothing(state.face), score_text(state.liveness),
                     quoted(state.unusable.empty() ? state.note : state.unusable));
}

}  // namespace

std::string scores_csv(const Plan& plan, const Measurement& measurement) {
  std::string text = "reference,probe,genuine,fold,score,note\r\n";
  for (std::size_t i = 0; i < plan.comparisons.size(); ++i) {
    const Comparison& comparison = plan.comparisons[i];
    const ComparisonState& state = measurement.comparisons[i];
    text += fmt::format("{},{},{},{},{},{}\r\n", quoted(plan.gallery.pictures[comparison.reference].name),
                        quoted(plan.gallery.pictures[comparison.probe].name), comparison.genuine ? 1 : 0,
                        plan.folds > 1 ? fmt::format("{}", comparison.fold + 1) : "", score_text(state.score),
                        quoted(state.note));
  }
  return text;
}

std::string pictures_csv(const Plan& plan, const Gallery& attacks, const Measurement& measurement) {
  std::string text = "picture,kind,width,height,enrolled,face,liveness,note\r\n";
  for (std::size_t i = 0; i < measurement.pictures.size(); ++i) {
    text += row_of(plan.gallery.pictures[i].name, "bona fide", measurement.pictures[i]);
  }
  for (std::size_t i = 0; i < measurement.attacks.size(); ++i) {
    const Picture& picture = attacks.pictures[i];
    text += row_of(picture.name, attacks.persons[picture.person], measurement.attacks[i]);
  }
  return text;
}

}  // namespace uketsuke::bench
