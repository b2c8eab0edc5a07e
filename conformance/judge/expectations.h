#pragma once

#include <vector>

#include "conformance/rules/rules.h"
#include "record/record.h"
#include "record/verdict.h"
#include "scenarios/model/case.h"

namespace uketsuke::conformance {

/// Compares the expectations of a scenario with the record of its last patient; if that patient had several
/// receptions, outcome and identity are the last one's. Returns one finding per violated key, each with the
/// case's requirement that is closest to the key.
std::vector<record::Finding> check_expectations(const scenario::Case& test_case, const record::Record& record,
                                                const RulesOnDay& rules);

/// Whether the scenario has any expectation.
bool expects_anything(const scenario::Expectation& expectation);

}  // namespace uketsuke::conformance
