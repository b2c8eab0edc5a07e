#include "reports/trace/crc_b.h"

#include <array>

namespace uketsuke::trace {

namespace {

constexpr std::uint16_t kReflectedPolynomial = 0x8408;  // x^16 + x^12 + x^5 + 1, least significant bit first

// Eight bytes at a time (slicing by 8): table[k][b] is the effect of byte b followed by k zero bytes.
using Tables = std::array<std::array<std::uint16_t, 256>, 8>;

constexpr Tables make_tables() {
  Tables tables{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    unsigned crc = byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? crc >> 1U ^ kReflectedPolynomial : crc >> 1U;
    tables[0][byte] = static_cast<std::uint16_t>(crc);
  }
  for (std::size_t k = 1; k < tables.size(); ++k) {
    for (unsigned byte = 0; byte < 256; ++byte) {
      const unsigned crc = tables[k - 1][byte];
      tables[k][byte] = static_cast<std::uint16_t>(crc >> 8U ^ tables[0][crc & 0xFFU]);
    }
  }
  return tables;
}

constexpr Tables kTables = make_tables();

}  // namespace

std::uint16_t crc_b(const std::uint8_t* bytes, std::size_t size) {
  unsigned crc = 0xFFFF;
  for (; size >= 8; bytes += 8, size -= 8) {
    crc ^= bytes[0] | static_cast<unsigned>(bytes[1]) << 8U;
    crc = kTables[7][crc & 0xFFU] ^ kTables[6][crc >> 8U] ^ kTables[5][bytes[2]] ^ kTables[4][bytes[3]] ^
          kTables[3][bytes[4]] ^ kTables[2][bytes[5]] ^ kTables[1][bytes[6]] ^ kTables[0][bytes[7]];
  }
  for (; size > 0; ++bytes, --size) crc = crc >> 8U ^ kTables[0][(crc ^ *bytes) & 0xFFU];
  return static_cast<std::uint16_t>(~crc);
}

}  // namespace uketsuke::trace
