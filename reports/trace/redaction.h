#pragma once

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace uketsuke::trace {

/// Replacement for a secret byte: `*`.
inline constexpr std::uint8_t kHidden = 0x2A;

/// Replaces the bytes of a frame from `begin` up to, but not including, `end`, and its CRC_B. The frame keeps
/// its length; a correct CRC stays correct, and a damaged one keeps its difference from the correct one.
void hide(Bytes& frame, std::size_t begin, std::size_t end);

/// Sets one byte and updates the CRC_B as `hide` does.
void set_byte(Bytes& frame, std::size_t at, std::uint8_t value);

}  // namespace uketsuke::trace
