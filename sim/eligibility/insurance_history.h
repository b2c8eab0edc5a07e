#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "record/words/service_words.h"
#include "scenarios/model/persona.h"

namespace uketsuke::sim {

/// 資格有効性 and whose insurance it is.
struct InsuranceAnswer {
  record::Validity validity = record::Validity::none;
  std::string insurer;  ///< number of the insurer that pays; empty where none does
};

/// What the registry tells a site of medical aid.
struct MedicalAid {
  bool confirmed = true;  ///< it is on line, and the site is set up for it
  /// To somebody on medical aid of whom nothing else is on file, where it cannot be confirmed.
  record::Validity unconfirmed = record::Validity::none;
};

/// What a registry that knows this history answers on a day.
///
/// It knows a membership from `registered_on` on. Where medical aid cannot be confirmed it answers by what
/// else it knows.
/// - one insurance in force: valid; several: several, which is for insurance only;
/// - none, but medical aid: valid_unregistered;
/// - none, and one has ended: invalid_newer_exists where the registry knows that there is a newer one, for
/// the
///   old insurer said so as the reason of loss, or because it is registered and begins on a later day. Else
///   invalid: a newer one that nobody has reported is not known;
/// - nothing: none.
/// Source of the values: public code tables (資格有効性, 喪失事由); by what the real one decides between 2
/// and 3 is not public.
InsuranceAnswer answer_on(const std::vector<scenario::Insurance>& history, Date day, const MedicalAid& aid);

}  // namespace uketsuke::sim
