#pragma once

#include <optional>

#include "base/bytes.h"
#include "base/calendar.h"
#include "sim/pki/openssl/openssl_handles.h"

namespace uketsuke::pki {

/// Null where the bytes are no certificate.
X509Handle read_x509(const Bytes& der);

/// A time of a certificate, list or answer, in Japan; nothing where it is none.
std::optional<DateTime> to_japan(const ASN1_TIME* time);

}  // namespace uketsuke::pki
