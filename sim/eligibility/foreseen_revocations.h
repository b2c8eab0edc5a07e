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

/// What a case says of it: `given: certificate`, and `report_lost` in its script. Each once.
std::vector<ForeseenRevocation> foreseen_revocations(const scenario::Case& test_case);

/// Why an authority takes back what a scenario calls suspended or revoked. Any reason but a hold is for good;
/// which of them is not told.
pki::RevocationReason reason_for(record::CertificateStatus status);

}  // namespace uketsuke::sim
