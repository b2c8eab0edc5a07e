#pragma once

#include <openssl/types.h>

#include <string_view>

#include "base/bytes.h"

namespace uketsuke::personalisation {

/// The 16 bytes that name a key: seven digits, 08 05, three digits, four bytes.
Bytes cv_key_id(std::string_view seven_digits, std::string_view three_digits, std::uint32_t last);

/// A card-verifiable certificate as in the card's EF 0004: `7F21 { 5F4E body, 5F37 signature }`, 568 bytes if
/// both keys are RSA-2048.
/// @param modulus  of the certified key
/// @param root  the signing key; the signature covers the body's value
Bytes cv_certificate(const Bytes& issuer_key_id, const Bytes& subject_key_id, const Bytes& modulus,
                     EVP_PKEY& root);

}  // namespace uketsuke::personalisation
