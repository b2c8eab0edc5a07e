#pragma once

#include <openssl/types.h>

#include <memory>

#include "sim/chip/chip.h"

namespace uketsuke::fuzz {

/// The standard card with synthetic contents and a key in every key object. Its private keys have 1024 bits,
/// so that a signature is a small part of a run; keys that check terminals have 2048, as the form of a
/// certificate requires.
/// @param policies  one bit per policy of the image file that the fuzzer varies
chip::Chip fuzz_chip(std::uint8_t policies);

/// Created once per process.
std::shared_ptr<EVP_PKEY> signing_key();   ///< RSA-1024, for all signing keys and secure messaging
std::shared_ptr<EVP_PKEY> terminal_key();  ///< RSA-2048, the terminal's own
Bytes terminal_certificate();              ///< of `terminal_key`; accepted by the card

}  // namespace uketsuke::fuzz
