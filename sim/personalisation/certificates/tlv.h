#pragma once

#include <cstdint>

#include "base/bytes.h"

namespace uketsuke::personalisation {

/// Tag, length and value in the card's encoding: one or two bytes of tag (`0x91`, `0xDF21`); a length of one
/// byte below 128 and of `82 hh ll` from there on, never `81` (clients rely on this).
/// @throws std::invalid_argument if the value has more than 65535 bytes
Bytes tlv(std::uint16_t tag, const Bytes& value);

/// Appends `more` to `bytes`.
void append(Bytes& bytes, const Bytes& more);

/// Concatenates the parts.
Bytes join(std::initializer_list<Bytes> parts);

/// `90 03 010001, 91 820100 n`: an RSA public key in the encoding of the card's files.
Bytes public_key_objects(const Bytes& modulus);

}  // namespace uketsuke::personalisation
