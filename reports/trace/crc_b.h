#pragma once

#include <cstddef>
#include <cstdint>

namespace uketsuke::trace {

/// CRC_B of ISO/IEC 14443-3 §7.2 (ISO/IEC 13239): X.25's CRC. It is transmitted low byte first.
std::uint16_t crc_b(const std::uint8_t* bytes, std::size_t size);

}  // namespace uketsuke::trace
