#pragma once

#include <ostream>
#include <vector>

#include "conformance/rules/rule_book.h"

namespace uketsuke::conformance {

/// What is in force on a day: rule by rule its period, what it says, where that stands, and how sure it is.
/// @throws InputError where the day precedes every rule
void print_rules(std::ostream& out, const std::vector<RulePages>& book, Date day);

/// What changes between two days, as `-` and `+` lines.
void print_changes(std::ostream& out, const std::vector<RulePages>& book, Date earlier, Date later);

/// What no public source says: every parameter with its default, then the rules that are inferred only.
void print_unknown(std::ostream& out, const std::vector<RulePages>& book,
                   const std::vector<ParameterInfo>& parameters);

}  // namespace uketsuke::conformance
