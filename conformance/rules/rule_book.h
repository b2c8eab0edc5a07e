#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "conformance/rules/periods.h"
#include "conformance/rules/rules.h"

namespace uketsuke::conformance {

/// A rule file as text, independent of its topic: its periods, and the content of each, line by line.
struct RulePages {
  std::string topic;  ///< the file's name without `.yaml`

  /// Key and value: `grace_months` and `3`; for a nested value, `ceilings.ウ.base`. A list item has an empty
  /// key, since lists are compared item by item.
  using Line = std::pair<std::string, std::string>;
  Timeline<std::vector<Line>> periods;
};

/// The change of one rule between two days.
struct RuleChange {
  std::string topic;
  std::vector<RulePages::Line> gone;
  std::vector<RulePages::Line> come;
  std::string source;  ///< source of the later period
};

/// Reads every rule file of a folder: those with `periods:`. Files with `parameters:` are not dated rules.
/// @throws InputError: unreadable, a period that overlaps or leaves a gap, a period without source or
/// certainty
std::vector<RulePages> load_rule_pages(const std::filesystem::path& folder);

/// Reads every parameter of the folder's files with `parameters:`: values without a public source, with their
/// defaults.
/// @throws InputError
std::vector<ParameterInfo> load_parameter_list(const std::filesystem::path& folder);

/// The differences between two days, rule by rule; rules without differences are omitted. A rule that was not
/// yet in force on the earlier day has only added lines.
std::vector<RuleChange> changes_between(const std::vector<RulePages>& book, Date earlier, Date later);

}  // namespace uketsuke::conformance
