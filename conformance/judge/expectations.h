#pragma once

#include <vector>

#include "conformance/rules/rules.h"
#include "record/record.h"
#include "record/verdict.h"
#include "scenarios/model/case.h"

namespace uketsuke::conformance {

/// Compares what a scenario expects with the record: about the last patient, and where he had several
/// receptions, outcome and identity of the last. One finding a key that does not hold, each with the
/// requirement of the case that is closest to the key.
std::vector<record::Finding> check_expectations(const scenario::Case& test_case, const record::Record& record,
                                                const RulesOnDay& rules);

/// Whether the scenario expects anything at all.
bool expects_anything(const scenario::Expectation& expectation);

}  // namespace uketsuke::conformance
