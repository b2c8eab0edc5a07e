#pragma once

#include <openssl/types.h>

#include "base/bytes.h"
#include "sim/pki/openssl/openssl_handles.h"

namespace uketsuke::pki {

/// An RSA private key as PKCS#1 DER (RFC 8017 A.1.2), readable by `openssl rsa -inform DER`.
/// @throws SystemError
Bytes to_pkcs1(const EVP_PKEY& key);

/// Reads the output of `to_pkcs1`; null for bytes that are not a complete, consistent key.
///
/// OpenSSL's own decoder takes 0.3 ms per key, which is noticeable when starting with twenty cards; passing
/// it the numbers takes 0.02 ms.
PkeyHandle from_pkcs1(const Bytes& der);

}  // namespace uketsuke::pki
