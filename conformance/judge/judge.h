#pragma once

#include <optional>
#include <set>

#include "conformance/judge/reference_follower.h"
#include "conformance/judge/verdict.h"
#include "conformance/requirements/catalogue.h"
#include "conformance/rules/rules.h"
#include "record/record.h"
#include "scenarios/model/case.h"

namespace uketsuke::conformance {

/// What a device has; none: not known, and taken from the first screen that offers ways of identification.
using Capabilities = std::optional<std::set<scenario::Capability>>;

/// Judges one run: the scenario's expectations, the temporal checkers and the reference engine, on the record
/// alone.
///
/// A finding on a required requirement fails the case; on another it is a warning or a note, and stays in the
/// findings. A record in which nothing happened is inconclusive.
/// @throws InputError where no rule holds on the day of the case.
CaseVerdict judge(const scenario::Case& test_case, const record::Record& record, const Catalogue& catalogue,
                  const Rules& rules, const Capabilities& capabilities = std::nullopt);

/// Follows a record with the reference engine and shows each of its steps; judges nothing.
/// @throws InputError where no rule holds on the day of the case.
void follow(const scenario::Case& test_case, const record::Record& record, const Rules& rules,
            const ReferenceFollower::Watcher& watcher);

/// The verdict on a case that the device cannot run: skipped, with the reason as a note.
CaseVerdict skipped(const std::string& reason);

/// The verdict where the harness is at fault (a crash, a device out of reach).
CaseVerdict harness_error(const std::string& reason);

}  // namespace uketsuke::conformance
