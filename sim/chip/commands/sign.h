#pragma once

#include "sim/chip/execution.h"

namespace uketsuke::chip {

/// Signs with an RSA key as P1 of SIGN wants it (0 to 5), into the answer. A bad length answers 6985.
StatusWord sign_rsa(const Execution& execution, const Key& key, std::uint8_t p1, ByteView input);

/// Signs with a P-384 key: P1 2 takes a SHA-384 hash of 48 bytes, P1 3 has the card hash; the answer is r and
/// s, 48 bytes each. How the card of the future does it is not public: an assumption, after the RSA variants.
StatusWord sign_ec(const Execution& execution, const Key& key, std::uint8_t p1, ByteView input);

}  // namespace uketsuke::chip
