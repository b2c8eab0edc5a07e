#pragma once

#include <openssl/evp.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/handle.h"

namespace uketsuke {

using PublicKey = Handle<EVP_PKEY, EVP_PKEY_free>;

/// The exponent of nearly every RSA key, 65537.
const std::vector<std::uint8_t>& usual_rsa_exponent();

/// An RSA public key from its two numbers, big-endian. @return null if they make no key
PublicKey rsa_public_key(const std::uint8_t* modulus, std::size_t modulus_bytes,
                         const std::vector<std::uint8_t>& exponent = usual_rsa_exponent());

}  // namespace uketsuke
