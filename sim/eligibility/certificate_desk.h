#pragma once

#include <optional>

#include "reader_model/ports/service_line.h"
#include "sim/eligibility/registry.h"
#include "sim/eligibility/revocation_desk.h"
#include "sim/eligibility/service_rules.h"
#include "sim/pki/verification.h"

namespace uketsuke::sim {

/// The service's result of checking a certificate.
struct CheckedCertificate {
  std::optional<record::CertificateStatus> status;  ///< none: unknown, and the service stays silent
  InsuredPerson* holder = nullptr;  ///< null if the holder is unknown, or the service cannot tell
  bool by_phone = false;            ///< it is the certificate in their phone
};

/// Checks certificates: chain and signature, holder, revocation, dates.
///
/// Revocation comes before the dates: a certificate that is suspended and expires soon counts as suspended.
class CertificateDesk {
 public:
  /// All arguments outlive it.
  CertificateDesk(const ServiceRules& rules, const pki::TrustStore& trust, Registry& registry,
                  RevocationDesk& authority);

  /// @param now time of the service's clock
  /// @param true_time time of the CA's clock
  /// @throws SystemError
  CheckedCertificate check(const reader::CertificateQuery& query, DateTime now, DateTime true_time);

 private:
  const ServiceRules& rules_;
  const pki::TrustStore& trust_;
  Registry& registry_;
  RevocationDesk& authority_;
  std::uint32_t questions_ = 0;  ///< number of OCSP requests; makes the nonce

  pki::Standing standing(const Bytes& certificate, const pki::CertificateFacts& facts, DateTime now,
                         DateTime true_time);
  record::CertificateStatus by_date(Date expires, int grace_months, Date day) const;
};

}  // namespace uketsuke::sim
