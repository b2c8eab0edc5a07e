#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "conformance/cost/age.h"
#include "conformance/cost/income_class.h"
#include "conformance/cost/yen.h"
#include "conformance/rules/periods.h"

namespace uketsuke::conformance::cost {

/// The part of a ceiling that costs above a threshold add.
struct Excess {
  Yen threshold = 0;
  int percent = 0;
};

/// Ceilings of one class in ceilings.yaml.
struct Ceiling {
  Yen base = 0;
  std::optional<Excess> excess;
  std::optional<Yen> multiple;         ///< from the 4th month within 12; empty: not public
  std::optional<Yen> outpatient;       ///< for one person's visits; empty: one ceiling for everything
  std::optional<Yen> outpatient_year;  ///< for one person's visits in a year; for information only
  std::optional<Yen> year;             ///< for everything in a year; for information only
};

struct CeilingRule {
  std::map<IncomeClass, Ceiling> of;
  std::string left_out;  ///< why classes or figures are missing; empty if none are
  bool halved_in_birthday_75_month = false;
};

/// Ceiling for outpatient visits of patients from 75 who pay `of_share`.
struct OutpatientRelief {
  int of_share = 0;  ///< per cent
  Yen base = 0;
  Excess excess;
  Yen at_most = 0;
};

/// Shares in per cent.
struct ShareRule {
  AgeLimits ages;
  int preschool = 0;
  int to_69 = 0;
  std::map<IncomeClass, std::vector<int>> from_70;
  std::map<IncomeClass, std::vector<int>> from_75;
  std::optional<OutpatientRelief> relief;

  /// The possible shares of a class at an age, smallest first; empty if the class does not exist at that age.
  std::vector<int> of(AgeGroup group, IncomeClass income_class) const;

  /// The classes of an age, without marked ones.
  std::vector<IncomeClass> classes(AgeGroup group) const;
};

/// Contents of money_parameters.yaml.
struct MoneyParameters {
  Yen share_rounding = 1;
  bool marked_classes_as_unmarked = false;
};

struct MoneyRules {
  Timeline<CeilingRule> ceilings;
  Timeline<ShareRule> shares;
  MoneyParameters parameters;
};

/// Reads ceilings.yaml, shares.yaml and money_parameters.yaml of a folder.
/// @throws InputError: a missing file or key, an unknown key or class, periods that overlap or leave a gap, a
/// reduced ceiling above the normal one, a ceiling without halves, classes missing without a reason
MoneyRules load_money_rules(const std::filesystem::path& folder);

}  // namespace uketsuke::conformance::cost
