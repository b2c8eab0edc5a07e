#pragma once

#include <cstdint>

#include "base/bytes.h"

namespace uketsuke::personalisation {

/// Tag, length and value as the card writes them: one or two bytes of tag (`0x91`, `0xDF21`), a length of one
/// byte below 128 and of `82 hh ll` from there on, never `81` (clients count on it).
/// @throws std::invalid_argument for a value of more than 65535 bytes.
Bytes tlv(std::uint16_t tag, const Bytes& value);

/// Puts `more` behind `bytes`.
void append(Bytes& bytes, const Bytes& more);

/// One after the other.
Bytes join(std::initializer_list<Bytes> parts);

/// `90 03 010001, 91 820100 n`: an RSA public key as the card's files carry it.
Bytes public_key_objects(const Bytes& modulus);

}  // namespace uketsuke::personalisation
