#pragma once

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace uketsuke::reader {

inline constexpr std::size_t kCrcBytes = 2;

/// CRC_B of ISO/IEC 14443-3 Annex B (the CRC of ISO/IEC 13239: x^16 + x^12 + x^5 + 1, least significant bit
/// first, from FFFF, inverted).
std::uint16_t crc_b(const std::uint8_t* data, std::size_t size);

/// Appends the CRC_B of all bytes, low byte first, as it is transmitted.
void append_crc_b(Bytes& frame);

/// Whether a frame is long enough for a CRC_B and it is correct.
bool crc_b_fits(const Bytes& frame);

}  // namespace uketsuke::reader
