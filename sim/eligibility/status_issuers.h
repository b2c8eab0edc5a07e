#pragma once

#include <map>
#include <tuple>

#include "base/bytes.h"
#include "sim/pki/authority.h"
#include "sim/pki/revocation/revocation.h"
#include "sim/pki/revocation/verified_list.h"

namespace uketsuke::sim {

/// A generation of the authority that can say whose certificate it took back.
struct StatusIssuer {
  pki::Issuer issuer;
  /// Names nobody. It counts for as long as the generation does: a list a day would say the same, and cost a
  /// run a signature a day.
  pki::VerifiedList nobody;
};

/// The generations that issued the cards of a run. The warm parent fills it: signing and verifying the list
/// of nobody is done there, and what OpenSSL prepares at a key's first use too.
class StatusIssuers {
 public:
  /// The generation that issues on this day. @throws SystemError
  void add(pki::Authority& authority, Date issued);

  /// Signs and verifies a list with one certificate on it, for a case that says that it will be needed: in a
  /// child of the parent that costs nearly twice as much. The authority shows it once it has taken the
  /// certificate back, though it counts from the case's beginning. Does nothing for a generation that was not
  /// added. @throws SystemError
  void foresee(const Bytes& issuer_key, const pki::Revocation& revocation, const pki::Validity& validity);

  /// Null where there is none of this key identifier.
  const StatusIssuer* find(const Bytes& issuer_key) const;

  /// The list that names this certificate and no other, for this reason, and counts at this time; null where
  /// none was foreseen.
  const pki::VerifiedList* foreseen(const Bytes& issuer_key, std::uint32_t serial,
                                    pki::RevocationReason reason, DateTime at) const;

 private:
  std::map<Bytes, StatusIssuer> by_key_;
  std::multimap<std::tuple<Bytes, std::uint32_t, pki::RevocationReason>, pki::VerifiedList> foreseen_;
};

}  // namespace uketsuke::sim
