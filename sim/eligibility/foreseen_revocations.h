#pragma once

#include <string>
#include <vector>

#include "scenarios/model/case.h"
#include "sim/pki/revocation/revocation.h"

namespace uketsuke::sim {

/// A certificate that an authority revokes before or during a case.
struct ForeseenRevocation {
  std::string patient;
  pki::RevocationReason reason{};
};

/// The revocations that a case's world names, each once: the certificate that is given as revoked, and cards
/// that may be reported lost.
std::vector<ForeseenRevocation> foreseen_revocations(const scenario::World& world);

/// The reason of revocation for what a scenario calls suspended or revoked. Only a hold can be lifted; no
/// rule depends on the other reasons.
pki::RevocationReason reason_for(record::CertificateStatus status);

}  // namespace uketsuke::sim
