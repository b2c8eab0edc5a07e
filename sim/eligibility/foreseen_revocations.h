#pragma once

#include <string>
#include <vector>

#include "scenarios/model/case.h"
#include "sim/pki/revocation/revocation.h"

namespace uketsuke::sim {

/// A certificate that an authority takes back before or in a case.
struct ForeseenRevocation {
  std::string patient;
  pki::RevocationReason reason{};
};

/// Those that the world of a case names: the certificate that is given as revoked, and cards that may be
/// reported lost. Each once.
std::vector<ForeseenRevocation> foreseen_revocations(const scenario::World& world);

/// Why an authority takes back what a scenario calls suspended or revoked. Any reason but a hold is for good;
/// which of them is not told.
pki::RevocationReason reason_for(record::CertificateStatus status);

}  // namespace uketsuke::sim
