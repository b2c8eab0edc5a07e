#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/pki/revocation/standing.h"

namespace uketsuke::pki {

/// A revocation list whose issuer and signature were verified once, by OpenSSL. Its times are checked on each
/// query.
///
/// Contains plain values and no OpenSSL objects, which count references: a query in a child of the warm
/// parent writes nothing, and so copies no page.
class VerifiedList {
 public:
  /// @param authority_certificate  of the generation that must have issued it
  /// @throws SystemError if this is not a certificate
  static VerifiedList verify(const Bytes& list, const Bytes& authority_certificate);

  Standing standing(std::uint32_t serial, DateTime at, std::chrono::seconds leeway) const;

  StatementProblem problem() const { return problem_; }  ///< any problem except with its times
  const Validity& validity() const { return validity_; }

 private:
  StatementProblem problem_ = StatementProblem::malformed;
  Validity validity_{};
  std::vector<std::pair<std::uint32_t, RevocationReason>> revoked_;
};

}  // namespace uketsuke::pki
