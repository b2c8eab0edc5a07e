#pragma once

#include <optional>

#include "base/bytes.h"
#include "base/calendar.h"
#include "sim/pki/openssl/openssl_handles.h"

namespace uketsuke::pki {

/// Null if the bytes are not a certificate.
X509Handle read_x509(const Bytes& der);

/// A time in a certificate, list or answer, as Japan time; nothing if it is invalid.
std::optional<DateTime> to_japan(const ASN1_TIME* time);

}  // namespace uketsuke::pki
