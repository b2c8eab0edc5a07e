#pragma once

#include <openssl/types.h>

#include "base/bytes.h"

namespace uketsuke::pki {

inline constexpr std::size_t kSha256Size = 32;

Bytes sha256(const Bytes& data);

/// RSA PKCS#1 v1.5 with SHA-256 over the data, 256 bytes for RSA-2048.
/// @throws SystemError
Bytes sign_sha256(EVP_PKEY& key, const Bytes& data);

/// PKCS#1 v1.5 type-1 padding round the unchanged bytes, then the private-key operation.
/// @throws SystemError
Bytes sign_padded(EVP_PKEY& key, const Bytes& block);

}  // namespace uketsuke::pki
