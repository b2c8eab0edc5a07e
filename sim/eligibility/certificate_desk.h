#pragma once

#include <optional>

#include "reader_model/ports/service_line.h"
#include "sim/eligibility/registry.h"
#include "sim/eligibility/revocation_desk.h"
#include "sim/eligibility/service_rules.h"
#include "sim/pki/verification.h"

namespace uketsuke::sim {

/// What the service makes of a certificate.
struct CheckedCertificate {
  std::optional<record::CertificateStatus> status;  ///< none: it cannot say, and stays silent
  InsuredPerson* holder = nullptr;                  ///< where there is one, and the service can say
  bool by_phone = false;                            ///< it is the certificate in his phone
};

/// Checks certificates: chain and signature, whose it is, whether it was taken back, whether it is in date.
///
/// Taken back comes before the dates: a certificate that is suspended and expires soon is suspended.
class CertificateDesk {
 public:
  /// All outlive it.
  CertificateDesk(const ServiceRules& rules, const pki::TrustStore& trust, Registry& registry,
                  RevocationDesk& authority);

  /// @param now by the service's clock. @param true_time by the authority's. @throws SystemError
  CheckedCertificate check(const reader::CertificateQuery& query, DateTime now, DateTime true_time);

 private:
  const ServiceRules& rules_;
  const pki::TrustStore& trust_;
  Registry& registry_;
  RevocationDesk& authority_;
  std::uint32_t questions_ = 0;  ///< by OCSP; makes the nonce

  pki::Standing standing(const Bytes& certificate, const pki::CertificateFacts& facts, DateTime now,
                         DateTime true_time);
  record::CertificateStatus by_date(Date expires, int grace_months, Date day) const;
};

}  // namespace uketsuke::sim
