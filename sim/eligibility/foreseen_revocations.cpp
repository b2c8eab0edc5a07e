#include "sim/eligibility/foreseen_revocations.h"

#include <algorithm>

namespace uketsuke::sim {

using pki::RevocationReason;

std::vector<ForeseenRevocation> foreseen_revocations(const scenario::Case& test_case) {
  std::vector<ForeseenRevocation> foreseen;
  const auto add = [&](const std::string& patient, RevocationReason reason) {
    const bool known = std::any_of(foreseen.begin(), foreseen.end(), [&](const ForeseenRevocation& one) {
      return one.patient == patient && one.reason == reason;
    });
    if (!known) foreseen.push_back({patient, reason});
  };
  std::string present = test_case.patient->id;
  if (test_case.given.certificate) add(present, reason_for(*test_case.given.certificate));
  for (const scenario::Step& step : test_case.script) {
    if (const auto* next = std::get_if<scenario::step::NextPatient>(&step.action)) present = next->persona;
    if (std::holds_alternative<scenario::step::ReportLost>(step.action))
      add(present, RevocationReason::certificate_hold);
  }
  return foreseen;
}

RevocationReason reason_for(record::CertificateStatus status) {
  return status == record::CertificateStatus::suspended ? RevocationReason::certificate_hold
                                                        : RevocationReason::cessation_of_operation;
}

}  // namespace uketsuke::sim
