#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "base/bytes.h"
#include "base/calendar.h"
#include "scenarios/model/service.h"
#include "sim/eligibility/status_issuers.h"

namespace uketsuke::sim {

/// The CA's service that revokes certificates and answers questions about them.
///
/// Its statements include a hold from the moment it was ordered (the hot line is open day and night). It
/// signs only what the case's parent did not sign ahead.
class RevocationDesk {
 public:
  /// @param issuers outlive it
  /// @param life validity of a statement
  RevocationDesk(const StatusIssuers& issuers, std::chrono::seconds life, scenario::StatementFault fault);

  /// Revokes a certificate. A later call about a certificate replaces the earlier one.
  void revoke(std::uint32_t serial, const Bytes& issuer_key, pki::RevocationReason reason, DateTime at);

  /// The list of this generation that was signed and verified before the case began: the empty one, or a
  /// foreseen one. Null if there is none; `list` then signs one.
  const pki::VerifiedList* ready_list(const StatusIssuer& by, const Bytes& issuer_key, DateTime now) const;

  /// DER; empty if no list can be had. @throws SystemError
  Bytes list(const StatusIssuer& by, const Bytes& issuer_key, DateTime now);
  Bytes answer(const StatusIssuer& by, const Bytes& issuer_key, const Bytes& request, DateTime now);

  const StatusIssuers& issuers() const { return issuers_; }

 private:
  const StatusIssuers& issuers_;
  std::chrono::seconds life_;
  scenario::StatementFault fault_;
  std::map<Bytes, std::vector<pki::Revocation>> revoked_;  ///< by issuer
  std::uint32_t lists_ = 1;  ///< number of lists issued; the empty list was the first

  pki::Validity validity(DateTime now) const;
  Bytes as_sent(Bytes statement) const;
};

}  // namespace uketsuke::sim
