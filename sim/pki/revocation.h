#pragma once

#include <cstdint>
#include <vector>

#include "base/bytes.h"
#include "base/calendar.h"
#include "sim/pki/authority.h"

namespace uketsuke::pki {

/// A certificate that its authority took back.
struct Revocation {
  std::uint32_t serial = 0;
  DateTime at{};  ///< Japan
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

/// DER of the answer to an OCSP request (RFC 6960), signed by the authority itself: for each certificate
/// asked for good, revoked, or unknown where another authority issued it; with the request's nonce. Bytes
/// that are no request get the answer malformedRequest, which nobody signs. @throws SystemError
Bytes answer_ocsp(Authority& authority, Date issued, const Bytes& request,
                  const std::vector<Revocation>& revoked, const Validity& validity);

}  // namespace uketsuke::pki
