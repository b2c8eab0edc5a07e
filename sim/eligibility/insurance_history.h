#pragma once

#include <string>
#include <vector>

#include "base/calendar.h"
#include "record/words/service_words.h"
#include "scenarios/model/persona.h"

namespace uketsuke::sim {

/// 資格有効性, and the insurer.
struct InsuranceAnswer {
  record::Validity validity = record::Validity::none;
  std::string insurer;  ///< number of the insurer that pays; empty if none does
};

/// What the registry tells a site about medical aid.
struct MedicalAid {
  bool confirmed = true;  ///< it is answered on line, and the site is set up for it
  /// Answer about a person whose only entry is medical aid, if the medical aid cannot be confirmed.
  record::Validity unconfirmed = record::Validity::none;
};

/// What a registry with this history answers on a day.
///
/// A membership is known from `registered_on` on. If medical aid cannot be confirmed, the other entries
/// decide.
/// - one insurance in force: valid; several: several, which is for insurance only;
/// - none, but medical aid: valid_unregistered;
/// - none, and one has ended: invalid_newer_exists if the registry knows of a newer one, because the old
///   insurer gave it as the reason of loss, or because it is registered and begins later. Else invalid: a
///   newer one that was not reported is not known;
/// - no entry: none.
/// Source of the values: public code tables (資格有効性, 喪失事由). How the real registry decides between 2
/// and 3 is not public.
InsuranceAnswer answer_on(const std::vector<scenario::Insurance>& history, Date day, const MedicalAid& aid);

}  // namespace uketsuke::sim
