#include "sim/personalisation/certificates/tlv.h"

#include <stdexcept>

namespace uketsuke::personalisation {

Bytes tlv(std::uint16_t tag, const Bytes& value) {
  if (value.size() > 0xFFFF) throw std::invalid_argument("a value of more than 65535 bytes");
  Bytes bytes;
  bytes.reserve(value.size() + 5);
  if (tag > 0xFF) bytes.push_back(static_cast<std::uint8_t>(tag >> 8));
  bytes.push_back(static_cast<std::uint8_t>(tag));
  if (value.size() > 0x7F) {
    bytes.push_back(0x82);
    bytes.push_back(static_cast<std::uint8_t>(value.size() >> 8));
  }
  bytes.push_back(static_cast<std::uint8_t>(value.size()));
  append(bytes, value);
  return bytes;
}

void append(Bytes& bytes, const Bytes& more) { bytes.insert(bytes.end(), more.begin(), more.end()); }

Bytes join(std::initializer_list<Bytes> parts) {
  Bytes all;
  for (const Bytes& part : parts) append(all, part);
  return all;
}

Bytes public_key_objects(const Bytes& modulus) {
  return join({tlv(0x90, {0x01, 0x00, 0x01}), tlv(0x91, modulus)});
}

}  // namespace uketsuke::personalisation
