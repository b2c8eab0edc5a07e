#include "reader_model/rf/crc_b.h"

#include <array>

namespace uketsuke::reader {

namespace {

constexpr std::uint16_t kPolynomial = 0x8408;  // x^16 + x^12 + x^5 + 1, bit-reversed
constexpr std::size_t kSlices = 8;             // bytes per step

/// `kTables[k][b]` is the effect of byte b on the CRC if k zero bytes follow, so that eight bytes need eight
/// independent look-ups.
constexpr auto kTables = [] {
  std::array<std::array<std::uint16_t, 256>, kSlices> tables{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    unsigned crc = byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? crc >> 1 ^ kPolynomial : crc >> 1;
    tables[0][byte] = static_cast<std::uint16_t>(crc);
  }
  for (std::size_t slice = 1; slice < kSlices; ++slice) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const unsigned before = tables[slice - 1][byte];
      tables[slice][byte] = static_cast<std::uint16_t>(before >> 8 ^ tables[0][before & 0xFFU]);
    }
  }
  return tables;
}();

}  // namespace

std::uint16_t crc_b(const std::uint8_t* data, std::size_t size) {
  unsigned crc = 0xFFFF;
  for (; size >= kSlices; size -= kSlices, data += kSlices) {
    crc = kTables[7][(crc ^ data[0]) & 0xFFU] ^ kTables[6][(crc >> 8) ^ data[1]] ^ kTables[5][data[2]] ^
          kTables[4][data[3]] ^ kTables[3][data[4]] ^ kTables[2][data[5]] ^ kTables[1][data[6]] ^
          kTables[0][data[7]];
  }
  for (; size > 0; --size, ++data) crc = crc >> 8 ^ kTables[0][(crc ^ *data) & 0xFFU];
  return static_cast<std::uint16_t>(crc ^ 0xFFFFU);
}

void append_crc_b(Bytes& frame) {
  const std::uint16_t crc = crc_b(frame.data(), frame.size());
  frame.push_back(static_cast<std::uint8_t>(crc));
  frame.push_back(static_cast<std::uint8_t>(crc >> 8));
}

bool crc_b_fits(const Bytes& frame) {
  if (frame.size() <= kCrcBytes) return false;
  const std::size_t content = frame.size() - kCrcBytes;
  const std::uint16_t crc = crc_b(frame.data(), content);
  return frame[content] == (crc & 0xFFU) && frame[content + 1] == crc >> 8;
}

}  // namespace uketsuke::reader
