#pragma once

#include "base/bytes.h"

namespace uketsuke::reader {

/// DER `DigestInfo` of the SHA-256 of a message, 51 bytes (RFC 8017 §9.2). The card pads and signs it.
Bytes sha256_digest_info(const Bytes& message);

/// Whether `signature` is a valid RSASSA-PKCS1-v1_5 signature with SHA-256 over `message`, by the key with
/// this modulus and exponent.
bool verify_sha256_signature(const Bytes& modulus, const Bytes& exponent, const Bytes& message,
                             const Bytes& signature);

}  // namespace uketsuke::reader
