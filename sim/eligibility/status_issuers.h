#pragma once

#include <map>
#include <tuple>

#include "base/bytes.h"
#include "sim/pki/authority.h"
#include "sim/pki/revocation/revocation.h"
#include "sim/pki/revocation/verified_list.h"

namespace uketsuke::sim {

/// A generation of the CA that can state which certificates it revoked.
struct StatusIssuer {
  pki::Issuer issuer;
  /// A CRL without entries. It is valid as long as the generation is: a daily list would say nothing new, and
  /// would cost one signature per day.
  pki::VerifiedList empty_list;
};

/// The generations that issued the cards of a run. The warm parent fills it, so that the empty list is signed
/// and verified there, and so that children inherit what OpenSSL prepares at a key's first use.
class StatusIssuers {
 public:
  /// Adds the generation that issues on this day. @throws SystemError
  void add(pki::Authority& authority, Date issued);

  /// Signs and verifies a list with one entry, for a case that will need it; in a child that costs nearly
  /// twice as much. The list is valid from the case's beginning, but the CA shows it only after the
  /// revocation. Does nothing for a generation that was not added. @throws SystemError
  void foresee(const Bytes& issuer_key, const pki::Revocation& revocation, const pki::Validity& validity);

  /// Null if no generation has this key identifier.
  const StatusIssuer* find(const Bytes& issuer_key) const;

  /// The list with this certificate as its only entry, for this reason, valid at this time. Null if none was
  /// foreseen.
  const pki::VerifiedList* foreseen(const Bytes& issuer_key, std::uint32_t serial,
                                    pki::RevocationReason reason, DateTime at) const;

 private:
  std::map<Bytes, StatusIssuer> by_key_;
  std::multimap<std::tuple<Bytes, std::uint32_t, pki::RevocationReason>, pki::VerifiedList> foreseen_;
};

}  // namespace uketsuke::sim
