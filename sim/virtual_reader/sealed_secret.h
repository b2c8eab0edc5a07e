#pragma once

#include <openssl/types.h>

#include "base/bytes.h"
#include "record/secret.h"

namespace uketsuke::virtual_reader {

/// Encrypts the secret to an RSA key (OAEP with SHA-256). The result differs each time.
/// @throws SystemError
Bytes seal(const record::Secret& secret, EVP_PKEY& key);

/// Decrypts a sealed secret.
/// @throws SystemError if the bytes were not sealed to this key or are damaged
record::Secret unseal(const Bytes& sealed, EVP_PKEY& key);

}  // namespace uketsuke::virtual_reader
