#pragma once

#include "sim/chip/card_image.h"

namespace uketsuke::chip {

/// Uses every RSA key of the card once, so that OpenSSL's one-time work per key (0.3 ms and 3 kB) is done in
/// the process that will fork, and not in each child.
void warm_up(const CardImage& image);

}  // namespace uketsuke::chip
