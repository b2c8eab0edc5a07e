#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/pki/revocation/standing.h"

namespace uketsuke::pki {

/// A revocation list whose issuer and signature were verified once, by OpenSSL. Its times are looked at on
/// each question.
///
/// Holds plain values and nothing of OpenSSL's, whose objects count references: a child of the warm parent
/// that asks one writes nothing, and so copies no page.
class VerifiedList {
 public:
  /// @param authority_certificate of the generation that must have issued it. @throws SystemError where this
  /// is no certificate
  static VerifiedList verify(const Bytes& list, const Bytes& authority_certificate);

  Standing standing(std::uint32_t serial, DateTime at, std::chrono::seconds leeway) const;

  StatementProblem problem() const { return problem_; }  ///< of anything but its times
  const Validity& validity() const { return validity_; }

 private:
  StatementProblem problem_ = StatementProblem::malformed;
  Validity validity_{};
  std::vector<std::pair<std::uint32_t, RevocationReason>> revoked_;
};

}  // namespace uketsuke::pki
