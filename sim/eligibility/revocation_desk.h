#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "base/bytes.h"
#include "base/calendar.h"
#include "scenarios/model/service.h"
#include "sim/eligibility/status_issuers.h"

namespace uketsuke::sim {

/// The authority's desk that takes certificates back, and tells those who ask.
///
/// What it says holds a hold as soon as it was ordered (the hot line is open day and night). It signs only
/// what the parent of the case has not signed for it.
class RevocationDesk {
 public:
  /// @param issuers outlive it. @param life of what it says
  RevocationDesk(const StatusIssuers& issuers, std::chrono::seconds life, scenario::StatementFault fault);

  /// A later call about the same certificate takes the place of an earlier one.
  void revoke(std::uint32_t serial, const Bytes& issuer_key, pki::RevocationReason reason, DateTime at);

  /// The list of this generation, where it was signed and verified before the case began: that of nobody, or
  /// one that was foreseen. Null: `list` signs one.
  const pki::VerifiedList* ready_list(const StatusIssuer& by, const Bytes& issuer_key, DateTime now) const;

  /// DER; empty where none is to be had. @throws SystemError
  Bytes list(const StatusIssuer& by, const Bytes& issuer_key, DateTime now);
  Bytes answer(const StatusIssuer& by, const Bytes& issuer_key, const Bytes& request, DateTime now);

  const StatusIssuers& issuers() const { return issuers_; }

 private:
  const StatusIssuers& issuers_;
  std::chrono::seconds life_;
  scenario::StatementFault fault_;
  std::map<Bytes, std::vector<pki::Revocation>> taken_back_;  ///< by issuer
  std::uint32_t lists_ = 1;  ///< that were issued; the list of nobody was the first

  pki::Validity validity(DateTime now) const;
  Bytes as_sent(Bytes statement) const;
};

}  // namespace uketsuke::sim
