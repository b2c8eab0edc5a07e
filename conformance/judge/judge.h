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

/// Capabilities of a device; empty: unknown, and taken from the first screen that offers methods of
/// identification.
using Capabilities = std::optional<std::set<scenario::Capability>>;

/// Judges one run by the scenario's expectations, the temporal checkers and the reference engine, using the
/// record alone.
///
/// A finding on a required requirement fails the case; on any other it is a warning or a note and is kept
/// among the findings. A record without any activity is inconclusive.
/// @throws InputError if no rule holds on the day of the case.
CaseVerdict judge(const scenario::Case& test_case, const record::Record& record, const Catalogue& catalogue,
                  const Rules& rules, const Capabilities& capabilities = std::nullopt);

/// Follows a record with the reference engine and shows each of its steps, without judging.
/// @throws InputError if no rule holds on the day of the case.
void follow(const scenario::Case& test_case, const record::Record& record, const Rules& rules,
            const ReferenceFollower::Watcher& watcher);

/// The verdict for a case that the device cannot run: skipped, with the reason as a note.
CaseVerdict skipped(const std::string& reason);

/// The verdict if the harness is at fault (a crash, an unreachable device).
CaseVerdict harness_error(const std::string& reason);

}  // namespace uketsuke::conformance
