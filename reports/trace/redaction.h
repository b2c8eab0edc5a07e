#pragma once

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace uketsuke::trace {

/// What stands in place of a secret byte: `*`.
inline constexpr std::uint8_t kHidden = 0x2A;

/// Replaces bytes `begin` to before `end` of a frame, and its CRC_B. A frame keeps its length, a good CRC
/// stays good, and one that was damaged on the air keeps the difference from the good one.
void hide(Bytes& frame, std::size_t begin, std::size_t end);

/// Sets one byte, with the CRC_B treated likewise.
void set_byte(Bytes& frame, std::size_t at, std::uint8_t value);

}  // namespace uketsuke::trace
