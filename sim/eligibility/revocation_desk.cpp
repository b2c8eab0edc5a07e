#include "sim/eligibility/revocation_desk.h"

#include <algorithm>
#include <utility>

namespace uketsuke::sim {

using scenario::StatementFault;

RevocationDesk::RevocationDesk(const StatusIssuers& issuers, std::chrono::seconds life, StatementFault fault)
    : issuers_(issuers), life_(life), fault_(fault) {}

void RevocationDesk::revoke(std::uint32_t serial, const Bytes& issuer_key, pki::RevocationReason reason,
                            DateTime at) {
  std::vector<pki::Revocation>& of_issuer = revoked_[issuer_key];
  const auto known = std::find_if(of_issuer.begin(), of_issuer.end(),
                                  [&](const pki::Revocation& one) { return one.serial == serial; });
  if (known == of_issuer.end()) {
    of_issuer.push_back({serial, at, reason});
  } else {
    *known = {serial, at, reason};
  }
}

const pki::VerifiedList* RevocationDesk::ready_list(const StatusIssuer& by, const Bytes& issuer_key,
                                                    DateTime now) const {
  if (fault_ != StatementFault::none) return nullptr;
  const auto of_issuer = revoked_.find(issuer_key);
  if (of_issuer == revoked_.end()) return &by.empty_list;
  if (of_issuer->second.size() != 1) return nullptr;
  const pki::Revocation& only = of_issuer->second.front();
  return issuers_.foreseen(issuer_key, only.serial, only.reason, now);
}

Bytes RevocationDesk::list(const StatusIssuer& by, const Bytes& issuer_key, DateTime now) {
  if (fault_ == StatementFault::missing) return {};
  return as_sent(pki::revocation_list(by.issuer, revoked_[issuer_key], validity(now), ++lists_));
}

Bytes RevocationDesk::answer(const StatusIssuer& by, const Bytes& issuer_key, const Bytes& request,
                             DateTime now) {
  if (fault_ == StatementFault::missing) return {};
  return as_sent(pki::answer_ocsp(by.issuer, request, revoked_[issuer_key], validity(now)));
}

pki::Validity RevocationDesk::validity(DateTime now) const {
  const DateTime from = fault_ == StatementFault::stale ? now - 2 * life_ : now;
  return {from, from + life_};
}

/// The signature is at the end of both lists and OCSP responses.
Bytes RevocationDesk::as_sent(Bytes statement) const {
  if (fault_ == StatementFault::forged) statement.back() ^= 1;
  return statement;
}

}  // namespace uketsuke::sim
