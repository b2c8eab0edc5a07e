#pragma once

#include <filesystem>
#include <utility>

#include "base/yaml/document.h"
#include "conformance/rules/periods.h"

namespace uketsuke::conformance {

/// Reads a rule file: `periods:`, each with `from`, `until`, `source`, `certainty`, and the keys that `read`
/// reads.
/// @throws InputError: no period, periods that overlap or leave a gap, a key that nothing reads
template <class Rule>
Timeline<Rule> read_timeline(const std::filesystem::path& file, Rule (*read)(yaml::Map&)) {
  Timeline<Rule> timeline;
  yaml::Map document = yaml::load_one(file).map();
  const yaml::Value periods = document.required("periods");
  for (const yaml::Value& item : periods.items()) {
    yaml::Map map = item.map();
    Period period = read_period(map);
    Rule rule = read(map);
    map.finish();
    timeline.add(std::move(period), std::move(rule));
  }
  if (timeline.entries().empty()) periods.fail(InputProblem::empty, "a rule needs at least one period");
  document.finish();
  return timeline;
}

}  // namespace uketsuke::conformance
