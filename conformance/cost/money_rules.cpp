#include "conformance/cost/money_rules.h"

namespace uketsuke::conformance::cost {

std::vector<int> ShareRule::of(AgeGroup group, IncomeClass income_class) const {
  if (group == AgeGroup::preschool || group == AgeGroup::to_69) {
    if (!is_under_70(income_class)) return {};
    return {group == AgeGroup::preschool ? preschool : to_69};
  }
  const auto& shares = group == AgeGroup::from_70 ? from_70 : from_75;
  const auto of_class = shares.find(unmarked(income_class));
  return of_class == shares.end() ? std::vector<int>{} : of_class->second;
}

std::vector<IncomeClass> ShareRule::classes(AgeGroup group) const {
  std::vector<IncomeClass> classes;
  for (const auto& [income_class, name] : enum_names(IncomeClass{})) {
    if (unmarked(income_class) == income_class && !of(group, income_class).empty())
      classes.push_back(income_class);
  }
  return classes;
}

}  // namespace uketsuke::conformance::cost
