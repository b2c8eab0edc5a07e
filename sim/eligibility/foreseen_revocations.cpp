#include "sim/eligibility/foreseen_revocations.h"

#include <algorithm>

namespace uketsuke::sim {

using pki::RevocationReason;

std::vector<ForeseenRevocation> foreseen_revocations(const scenario::World& world) {
  std::vector<ForeseenRevocation> foreseen;
  const auto add = [&](const std::string& patient, RevocationReason reason) {
    const bool known = std::any_of(foreseen.begin(), foreseen.end(), [&](const ForeseenRevocation& one) {
      return one.patient == patient && one.reason == reason;
    });
    if (!known) foreseen.push_back({patient, reason});
  };
  if (world.given.certificate) add(world.patient->id, reason_for(*world.given.certificate));
  for (const std::string& patient : world.lost) add(patient, RevocationReason::certificate_hold);
  return foreseen;
}

RevocationReason reason_for(record::CertificateStatus status) {
  return status == record::CertificateStatus::suspended ? RevocationReason::certificate_hold
                                                        : RevocationReason::cessation_of_operation;
}

}  // namespace uketsuke::sim
