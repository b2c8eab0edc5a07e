#pragma once

#include "sim/chip/execution.h"

namespace uketsuke::chip {

/// Signs into the answer with an RSA key, by the scheme in P1 of SIGN (0 to 5). A wrong length returns 6985.
StatusWord sign_rsa(const Execution& execution, const Key& key, std::uint8_t p1, ByteView input);

/// Signs with a P-384 key: P1 2 takes a SHA-384 hash of 48 bytes, for P1 3 the card hashes; the answer is r
/// and s, 48 bytes each. The future card's behaviour is not public: this is an assumption, modelled on the
/// RSA schemes.
StatusWord sign_ec(const Execution& execution, const Key& key, std::uint8_t p1, ByteView input);

}  // namespace uketsuke::chip
