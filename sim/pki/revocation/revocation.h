#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/bytes.h"
#include "base/calendar.h"
#include "sim/pki/authority.h"

namespace uketsuke::pki {

/// Why a certificate was taken back: CRLReason of RFC 5280 §5.3.1, with its numbers.
enum class RevocationReason {
  unspecified = 0,
  key_compromise = 1,
  ca_compromise = 2,
  affiliation_changed = 3,
  superseded = 4,
  cessation_of_operation = 5,
  certificate_hold = 6,  ///< 一時停止: may be lifted again
  remove_from_crl = 8,   ///< lifted; only in lists of changes
  privilege_withdrawn = 9,
  aa_compromise = 10,
};

/// A certificate that its authority took back.
struct Revocation {
  std::uint32_t serial = 0;
  DateTime at{};  ///< Japan
  RevocationReason reason = RevocationReason::unspecified;
};

/// One generation of an authority, as far as it takes certificates back.
struct Issuer {
  Bytes certificate;  ///< DER
  std::shared_ptr<EVP_PKEY> key;
};

/// When an authority says something, and until when it counts.
struct Validity {
  DateTime from{};   ///< Japan
  DateTime until{};  ///< Japan; the real authority speaks anew every day
};

// All of one generation of an authority: that which issues certificates on the day `issued`. Not cached: what
// they say changes with time.

/// DER of a revocation list (RFC 5280 §5), signed by the authority itself. `openssl crl` reads it.
/// @param number counts the lists of this authority. @throws SystemError; std::invalid_argument where it ends
/// before it begins.
Bytes revocation_list(Authority& authority, Date issued, const std::vector<Revocation>& revoked,
                      const Validity& validity, std::uint32_t number = 1);
Bytes revocation_list(const Issuer& by, const std::vector<Revocation>& revoked, const Validity& validity,
                      std::uint32_t number = 1);

/// DER of the answer to an OCSP request (RFC 6960), signed by the authority itself: for each certificate
/// asked for good, revoked, or unknown where another authority issued it; with the request's nonce. Bytes
/// that are no request get the answer malformedRequest, which nobody signs. @throws SystemError
Bytes answer_ocsp(Authority& authority, Date issued, const Bytes& request,
                  const std::vector<Revocation>& revoked, const Validity& validity);
Bytes answer_ocsp(const Issuer& by, const Bytes& request, const std::vector<Revocation>& revoked,
                  const Validity& validity);

}  // namespace uketsuke::pki
