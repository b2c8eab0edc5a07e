#pragma once

#include <initializer_list>
#include <string_view>

#include "base/bytes.h"

namespace uketsuke::trace {

/// CRC_B computed bit by bit, as described in ISO/IEC 14443-3 Annex B, appended in its order on the air.
inline Bytes with_crc(Bytes frame) {
  unsigned crc = 0xFFFF;
  for (const std::uint8_t byte : frame) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? crc >> 1U ^ 0x8408U : crc >> 1U;
  }
  crc = ~crc;
  frame.push_back(static_cast<std::uint8_t>(crc));
  frame.push_back(static_cast<std::uint8_t>(crc >> 8U));
  return frame;
}

/// A frame from hexadecimal, with CRC_B appended.
inline Bytes air(std::string_view hex) { return with_crc(from_hex(hex)); }

inline Bytes operator+(Bytes a, const Bytes& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// A block: PCB, then INF.
inline Bytes block(std::uint8_t pcb, const Bytes& inf) { return with_crc(Bytes{pcb} + inf); }

// The frames of an activation at 424 kbit/s, according to a My Number Card's ATQB.
inline Bytes reqb() { return air("05 00 08"); }
inline Bytes atqb() { return air("50 12345678 000005E0 B381A1"); }
inline Bytes attrib() { return air("1D 12345678 00 A8 01 00"); }
inline Bytes attrib_answer() { return air("00"); }

}  // namespace uketsuke::trace
