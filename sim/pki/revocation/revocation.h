#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/bytes.h"
#include "base/calendar.h"
#include "sim/pki/authority.h"

namespace uketsuke::pki {

/// Reason of a revocation: CRLReason of RFC 5280 §5.3.1, with its numbers.
enum class RevocationReason {
  unspecified = 0,
  key_compromise = 1,
  ca_compromise = 2,
  affiliation_changed = 3,
  superseded = 4,
  cessation_of_operation = 5,
  certificate_hold = 6,  ///< 一時停止: may be lifted
  remove_from_crl = 8,   ///< hold lifted; only in delta lists
  privilege_withdrawn = 9,
  aa_compromise = 10,
};

/// A certificate that its authority revoked.
struct Revocation {
  std::uint32_t serial = 0;
  DateTime at{};  ///< Japan time
  RevocationReason reason = RevocationReason::unspecified;
};

/// One generation of an authority, as a signer of revocation statements.
struct Issuer {
  Bytes certificate;  ///< DER
  std::shared_ptr<EVP_PKEY> key;
};

/// The time from which, and until which, a statement is valid.
struct Validity {
  DateTime from{};   ///< Japan time
  DateTime until{};  ///< Japan time; the real authority publishes new statements every day
};

// All of one generation of an authority: the one that issues certificates on the day `issued`. Not cached,
// because the content changes over time.

/// DER of a revocation list (RFC 5280 §5), signed by the authority itself; readable by `openssl crl`.
/// @param number  sequence number of this authority's lists
/// @throws SystemError
/// @throws std::invalid_argument if the validity ends before it begins
Bytes revocation_list(Authority& authority, Date issued, const std::vector<Revocation>& revoked,
                      const Validity& validity, std::uint32_t number = 1);
Bytes revocation_list(const Issuer& by, const std::vector<Revocation>& revoked, const Validity& validity,
                      std::uint32_t number = 1);

/// DER of the answer to an OCSP request (RFC 6960), signed by the authority itself, with the request's nonce.
/// Each requested certificate is good, revoked, or unknown if another authority issued it. Bytes that are not
/// a request get the unsigned answer malformedRequest.
/// @throws SystemError
Bytes answer_ocsp(Authority& authority, Date issued, const Bytes& request,
                  const std::vector<Revocation>& revoked, const Validity& validity);
Bytes answer_ocsp(const Issuer& by, const Bytes& request, const std::vector<Revocation>& revoked,
                  const Validity& validity);

}  // namespace uketsuke::pki
