#include "sim/personalisation/certificates/token_information.h"

#include <cstdint>

#include "sim/personalisation/certificates/tlv.h"

namespace uketsuke::personalisation {

namespace {

Bytes padded(std::string text, std::size_t size) {
  text.resize(size, ' ');
  return to_bytes(text);
}

}  // namespace

Bytes token_information(const std::string& serial) {
  Bytes bytes = join({padded("JPKIAPICCTOKEN2", 32), to_bytes(std::string(31, '0') + "1"),
                      padded("UKETSUKE", 16), padded(serial, 16)});
  constexpr std::uint32_t kUnknown = 0xFFFFFFFF;
  // flags, sessions and open sessions, longest and shortest PIN, four memory sizes that the card does not
  // state
  for (const std::uint32_t number :
       {0x40DU, 1U, 0U, 1U, 0U, 16U, 6U, kUnknown, kUnknown, kUnknown, kUnknown}) {
    append(bytes, {static_cast<std::uint8_t>(number >> 24), static_cast<std::uint8_t>(number >> 16),
                   static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)});
  }
  append(bytes, to_bytes("0301"));                // hardware and firmware version
  append(bytes, to_bytes(std::string(16, '9')));  // no clock
  return bytes;
}

}  // namespace uketsuke::personalisation
