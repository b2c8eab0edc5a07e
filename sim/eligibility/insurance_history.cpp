#include "sim/eligibility/insurance_history.h"

namespace uketsuke::sim {

using record::Validity;
using scenario::Insurance;
using scenario::InsuranceKind;

namespace {

/// The history as the registry knows it on one day.
struct Seen {
  int in_force = 0;
  const Insurance* insurance = nullptr;  ///< in force
  const Insurance* medical_aid = nullptr;
  const Insurance* ended = nullptr;  ///< the last one to end
  bool begins_later = false;
  bool aid_unconfirmed = false;  ///< medical aid is in force, but the site cannot have it confirmed
};

Seen see(const std::vector<Insurance>& history, Date day, const MedicalAid& aid) {
  Seen seen;
  for (const Insurance& one : history) {
    if (one.registered_on && *one.registered_on > day) continue;
    if (one.kind == InsuranceKind::medical_aid && !aid.confirmed) {
      seen.aid_unconfirmed |= one.from <= day && (!one.until || *one.until >= day);
      continue;
    }
    if (one.from > day) {
      seen.begins_later = true;
    } else if (one.until && *one.until < day) {
      if (seen.ended == nullptr || *one.until > *seen.ended->until) seen.ended = &one;
    } else if (one.kind == InsuranceKind::medical_aid) {
      seen.medical_aid = &one;
    } else {
      seen.insurance = &one;
      ++seen.in_force;
    }
  }
  return seen;
}

}  // namespace

InsuranceAnswer answer_on(const std::vector<Insurance>& history, Date day, const MedicalAid& aid) {
  const Seen seen = see(history, day, aid);
  if (seen.in_force > 1) return {Validity::several, {}};
  if (seen.in_force == 1) return {Validity::valid, seen.insurance->insurer_number};
  if (seen.medical_aid != nullptr) return {Validity::valid_unregistered, seen.medical_aid->insurer_number};
  if (seen.ended == nullptr) return {seen.aid_unconfirmed ? aid.unconfirmed : Validity::none, {}};
  const bool newer = seen.begins_later || seen.ended->reason_of_loss == scenario::LossReason::other_insurance;
  return {newer ? Validity::invalid_newer_exists : Validity::invalid, {}};
}

}  // namespace uketsuke::sim
