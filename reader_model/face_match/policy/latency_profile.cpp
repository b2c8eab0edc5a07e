#include "reader_model/face_match/policy/latency_profile.h"

#include <fmt/format.h>

#include <optional>

#include "base/yaml/document.h"

namespace uketsuke::reader {

namespace {

Duration cost(const yaml::Value& value) {
  const Duration duration = value.duration();
  if (duration < Duration::zero()) value.fail(InputProblem::bad_value, "must not be negative");
  return duration;
}

}  // namespace

Duration LatencyProfile::of(const std::vector<std::string>& names) const {
  Duration sum{};
  for (const std::string& name : names) {
    const auto stage = stages.find(name);
    sum += stage != stages.end() ? stage->second : other;
  }
  return sum;
}

LatencyProfile load_latency(const std::filesystem::path& file, const std::string& engine) {
  const yaml::Value value = yaml::load_one(file);
  yaml::Map root = value.map();
  LatencyProfile profile;
  profile.engine = engine;
  yaml::Map host = root.required("host").map();
  profile.decode_photo = cost(host.required("decode_photo"));
  profile.compare_pictures = cost(host.required("compare_pictures"));
  profile.gates = cost(host.required("gates"));
  profile.parallax = cost(host.required("parallax"));
  host.finish();
  const yaml::Value engines = root.required("engines");
  root.finish();

  // Reads every row, so that an error in one is found before it is needed.
  std::optional<std::map<std::string, Duration>> chosen;
  std::vector<std::string> known;
  yaml::Map rows = engines.map();
  for (const auto& [key, row] : rows.entries()) {
    known.push_back(key.text());
    std::map<std::string, Duration> stages;
    yaml::Map entries = row.map();
    for (const auto& [stage, duration] : entries.entries()) stages[stage.text()] = cost(duration);
    if (stages.count("other") == 0) row.fail(InputProblem::missing_key, "\"other\" is missing");
    if (key.text() == engine) chosen = stages;
  }
  if (!chosen) {
    engines.fail(InputProblem::unknown_name,
                 fmt::format("no engine \"{}\"{}", engine, suggestion(engine, known)));
  }
  profile.other = chosen->at("other");
  profile.stages = std::move(*chosen);
  return profile;
}

}  // namespace uketsuke::reader
