#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "conformance/rules/periods.h"
#include "conformance/rules/rules.h"

namespace uketsuke::conformance {

/// A rule file as a person reads it, whatever it is about: its periods, and in each what it says, line by
/// line.
struct RulePages {
  std::string topic;  ///< the file's name without `.yaml`

  /// `grace_months` and `3`; of something within, `ceilings.ウ.base`. An item of a list has an empty key,
  /// since lists are compared item by item.
  using Line = std::pair<std::string, std::string>;
  Timeline<std::vector<Line>> periods;
};

/// What a day changes in one rule.
struct RuleChange {
  std::string topic;
  std::vector<RulePages::Line> gone;
  std::vector<RulePages::Line> come;
  std::string source;  ///< of the later period
};

/// Every rule file of a folder: those with `periods:`. Files with `parameters:` are not rules of a day.
/// @throws InputError: unreadable, a period that overlaps or leaves a gap, a period without source or
/// certainty
std::vector<RulePages> load_rule_pages(const std::filesystem::path& folder);

/// Every parameter of the folder's files with `parameters:`: what no public source says, with its default.
/// @throws InputError
std::vector<ParameterInfo> load_parameter_list(const std::filesystem::path& folder);

/// What differs between two days, rule by rule; rules that do not differ are left out. A rule that did not
/// hold yet on the earlier day has only lines that come.
std::vector<RuleChange> changes_between(const std::vector<RulePages>& book, Date earlier, Date later);

}  // namespace uketsuke::conformance
