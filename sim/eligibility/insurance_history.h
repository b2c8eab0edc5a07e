#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "reports/record/vocabulary.h"
#include "scenarios/model/persona.h"

namespace uketsuke::sim {

/// 資格有効性 and whose insurance it is.
struct InsuranceAnswer {
  record::Validity validity = record::Validity::none;
  std::string insurer;  ///< number of the insurer that pays; empty where none does
};

/// What a registry that knows this history answers on a day.
///
/// It knows a membership from `registered_on` on, and before medical aid came on line it knew of none.
/// - one insurance in force: valid; several: several, which is for insurance only;
/// - none, but medical aid: valid_unregistered;
/// - none, and one has ended: invalid_newer_exists where the registry knows that there is a newer one, for
/// the
///   old insurer said so as the reason of loss, or because it is registered and begins on a later day. Else
///   invalid: a newer one that nobody has reported is not known;
/// - nothing: none.
/// Source of the values: public code tables (資格有効性, 喪失事由); by what the real one decides between 2
/// and 3 is not public.
InsuranceAnswer answer_on(const std::vector<scenario::Insurance>& history, Date day, Date medical_aid_from);

}  // namespace uketsuke::sim
