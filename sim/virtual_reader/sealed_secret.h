#pragma once

#include <openssl/types.h>

#include "base/bytes.h"
#include "record/secret.h"

namespace uketsuke::virtual_reader {

/// The secret, encrypted to an RSA key (OAEP with SHA-256). Different bytes each time. @throws SystemError
Bytes seal(const record::Secret& secret, EVP_PKEY& key);

/// @throws SystemError where the bytes were not sealed to this key or are damaged.
record::Secret unseal(const Bytes& sealed, EVP_PKEY& key);

}  // namespace uketsuke::virtual_reader
