#pragma once

#include <openssl/evp.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/handle.h"

namespace uketsuke {

using PublicKey = Handle<EVP_PKEY, EVP_PKEY_free>;

/// The exponent of nearly every RSA key, 65537, big-endian.
const std::vector<std::uint8_t>& usual_rsa_exponent();

/// Makes an RSA public key from modulus and exponent, big-endian. @return null if they do not form a key
PublicKey rsa_public_key(const std::uint8_t* modulus, std::size_t modulus_bytes,
                         const std::vector<std::uint8_t>& exponent = usual_rsa_exponent());

}  // namespace uketsuke
