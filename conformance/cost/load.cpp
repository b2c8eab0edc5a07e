#include <fmt/format.h>

#include <algorithm>

#include "base/yaml/document.h"
#include "conformance/cost/money_rules.h"
#include "conformance/rules/read_timeline.h"

namespace uketsuke::conformance::cost {

namespace {

constexpr long kAge = 150;

Yen read_amount(const yaml::Value& value) { return value.integer(1, kMostYen); }

std::optional<Yen> optional_amount(yaml::Map& map, const char* key) {
  const auto value = map.optional(key);
  return value ? std::optional<Yen>(read_amount(*value)) : std::nullopt;
}

/// Reads an amount that must be lower than `base`, such as the ceiling of the 4th month.
std::optional<Yen> lower_amount(yaml::Map& map, const char* key, Yen base) {
  const auto amount = optional_amount(map, key);
  if (amount && *amount > base) {
    map.required(key).fail(InputProblem::bad_value, fmt::format("\"{}\" is above the base, {}", key, base));
  }
  return amount;
}

Ceiling read_ceiling(const yaml::Value& value) {
  yaml::Map map = value.map();
  Ceiling ceiling;
  ceiling.base = read_amount(map.required("base"));
  if (map.optional("threshold") || map.optional("percent")) {
    ceiling.excess = Excess{read_amount(map.required("threshold")),
                            static_cast<int>(map.required("percent").integer(1, 100))};
  }
  ceiling.multiple = lower_amount(map, "multiple", ceiling.base);
  ceiling.outpatient = lower_amount(map, "outpatient", ceiling.base);
  ceiling.outpatient_year = optional_amount(map, "outpatient_year");
  ceiling.year = optional_amount(map, "year");
  map.finish();
  return ceiling;
}

bool has_half(std::optional<Yen> amount) { return amount.value_or(0) % 2 == 0; }

bool has_halves(const Ceiling& ceiling) {
  return has_half(ceiling.base) && has_half(ceiling.multiple) && has_half(ceiling.outpatient) &&
         has_half(ceiling.excess ? ceiling.excess->threshold : 0);
}

void read_ceilings_of(yaml::Map& map, const char* section, bool under_70, CeilingRule& rule) {
  const auto value = map.optional(section);
  if (!value) return;
  yaml::Map lines = value->map();
  for (const auto& [key, line] : lines.entries()) {
    const auto income_class = key.one_of<IncomeClass>();
    if (is_under_70(income_class) != under_70)
      key.fail(InputProblem::bad_value, fmt::format("no class of {}", section));
    if (ceiling_class(income_class) != income_class) {
      key.fail(InputProblem::bad_value,
               fmt::format("this class has the ceilings of {}", to_name(ceiling_class(income_class))));
    }
    const Ceiling ceiling = read_ceiling(line);
    if (rule.halved_in_birthday_75_month && !under_70 && !has_halves(ceiling)) {
      line.fail(InputProblem::bad_value, "an odd number has no half for the month of the 75th birthday");
    }
    rule.of.emplace(income_class, ceiling);
  }
}

bool is_complete(const CeilingRule& rule) {
  const auto names = enum_names(IncomeClass{});
  return std::all_of(names.begin(), names.end(), [&rule](const auto& name) {
    const auto line = rule.of.find(ceiling_class(name.first));
    return line != rule.of.end() && line->second.multiple;
  });
}

CeilingRule read_ceiling_rule(yaml::Map& map) {
  CeilingRule rule;
  rule.halved_in_birthday_75_month = map.required("halved_in_birthday_75_month").boolean();
  read_ceilings_of(map, "under_70", true, rule);
  read_ceilings_of(map, "from_70", false, rule);
  if (!is_complete(rule)) {
    rule.left_out = map.required("left_out").text();
  } else if (const auto why = map.optional("left_out")) {
    why->fail(InputProblem::bad_value, "nothing is left out of this period");
  }
  return rule;
}

int read_share(const yaml::Value& value) {
  const long percent = value.integer(10, 30);
  if (percent % 10 != 0) value.fail(InputProblem::bad_value, "a share is 10, 20 or 30 per cent");
  return static_cast<int>(percent);
}

std::map<IncomeClass, std::vector<int>> read_shares_of(const yaml::Value& value) {
  std::map<IncomeClass, std::vector<int>> shares;
  yaml::Map map = value.map();
  for (const auto& [key, entry] : map.entries()) {
    const auto income_class = key.one_of<IncomeClass>();
    if (is_under_70(income_class)) key.fail(InputProblem::bad_value, "not a class of patients from 70");
    if (unmarked(income_class) != income_class)
      key.fail(InputProblem::bad_value,
               fmt::format("this class has the share of {}", to_name(unmarked(income_class))));
    std::vector<int>& of_class = shares[income_class];
    if (!entry.is_sequence()) {
      of_class.push_back(read_share(entry));
      continue;
    }
    for (const yaml::Value& item : entry.items()) {
      const int share = read_share(item);
      if (!of_class.empty() && share <= of_class.back())
        item.fail(InputProblem::bad_value, "shares go from the smallest to the greatest");
      of_class.push_back(share);
    }
    if (of_class.empty()) entry.fail(InputProblem::empty, "a class needs a share");
  }
  return shares;
}

AgeLimits read_ages(const yaml::Value& value) {
  yaml::Map map = value.map();
  AgeLimits limits;
  limits.preschool_to_march_after =
      static_cast<int>(map.required("preschool_to_march_after").integer(1, kAge));
  const auto later = [&map](const char* key, int than) {
    return static_cast<int>(map.required(key).integer(than + 1, kAge));
  };
  limits.from_month_after = later("from_month_after", limits.preschool_to_march_after);
  limits.from_birthday = later("from_birthday", limits.from_month_after);
  map.finish();
  return limits;
}

OutpatientRelief read_relief(const yaml::Value& value) {
  yaml::Map map = value.map();
  OutpatientRelief relief;
  relief.of_share = read_share(map.required("of_share"));
  relief.base = read_amount(map.required("base"));
  relief.excess = {read_amount(map.required("threshold")),
                   static_cast<int>(map.required("percent").integer(1, 100))};
  relief.at_most = read_amount(map.required("at_most"));
  if (!has_half(relief.at_most))
    value.fail(InputProblem::bad_value, "an odd number has no half for the month of the 75th birthday");
  map.finish();
  return relief;
}

ShareRule read_share_rule(yaml::Map& map) {
  ShareRule rule;
  rule.ages = read_ages(map.required("ages"));
  rule.preschool = read_share(map.required("preschool"));
  rule.to_69 = read_share(map.required("to_69"));
  rule.from_70 = read_shares_of(map.required("from_70"));
  rule.from_75 = read_shares_of(map.required("from_75"));
  if (const auto relief = map.optional("outpatient_relief")) rule.relief = read_relief(*relief);
  return rule;
}

MoneyParameters read_parameters(const std::filesystem::path& file) {
  yaml::Map document = yaml::load_one(file).map();
  yaml::Map map = document.required("parameters").map();
  const auto value_of = [&map](const char* name) {
    yaml::Map entry = map.required(name).map();
    yaml::Value value = entry.required("value");
    entry.optional("unit");
    entry.required("why_unknown").bilingual();
    entry.finish();
    return value;
  };
  MoneyParameters parameters;
  parameters.share_rounding = value_of("share_rounding").integer(1, 100);
  parameters.marked_classes_as_unmarked = value_of("marked_classes_as_unmarked").boolean();
  map.finish();
  document.finish();
  return parameters;
}

}  // namespace

MoneyRules load_money_rules(const std::filesystem::path& folder) {
  return {read_timeline<CeilingRule>(folder / "ceilings.yaml", read_ceiling_rule),
          read_timeline<ShareRule>(folder / "shares.yaml", read_share_rule),
          read_parameters(folder / "money_parameters.yaml")};
}

}  // namespace uketsuke::conformance::cost
