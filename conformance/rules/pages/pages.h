#pragma once

#include <ostream>
#include <vector>

#include "conformance/rules/rule_book.h"

namespace uketsuke::conformance {

/// Prints the rules in force on a day: the period of each, its content, its source, and its certainty.
/// @throws InputError if the day precedes every rule
void print_rules(std::ostream& out, const std::vector<RulePages>& book, Date day);

/// Prints the changes between two days as `-` and `+` lines.
void print_changes(std::ostream& out, const std::vector<RulePages>& book, Date earlier, Date later);

/// Prints what no public source states: every parameter with its default, then the rules that are only
/// inferred.
void print_unknown(std::ostream& out, const std::vector<RulePages>& book,
                   const std::vector<ParameterInfo>& parameters);

}  // namespace uketsuke::conformance
