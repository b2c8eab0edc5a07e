#include "reader_model/firmware/card_face.h"

#include <map>

namespace uketsuke::reader {

namespace {

/// The objects of a BER-TLV sequence with tags of one or two bytes. Stops at the first truncated one.
std::map<unsigned, Bytes> objects(const Bytes& bytes) {
  std::map<unsigned, Bytes> found;
  std::size_t at = 0;
  while (at + 2 <= bytes.size()) {
    unsigned tag = bytes[at++];
    if ((tag & 0x1F) == 0x1F) tag = tag << 8 | bytes[at++];
    if (at >= bytes.size()) break;
    std::size_t length = bytes[at++];
    if (length == 0x81 || length == 0x82) {
      const std::size_t count = length - 0x80;
      if (at + count > bytes.size()) break;
      length = 0;
      for (std::size_t i = 0; i < count; ++i) length = length << 8 | bytes[at++];
    }
    if (at + length > bytes.size()) break;
    const auto start = bytes.begin() + static_cast<long>(at);
    found[tag] = Bytes(start, start + static_cast<long>(length));
    at += length;
  }
  return found;
}

}  // namespace

CardFace parse_card_face(const Bytes& file) {
  auto face = objects(objects(file)[0xFF20]);
  auto key = objects(face[0xDF24]);
  return {face[0xDF27], key[0x91], key[0x90]};
}

}  // namespace uketsuke::reader
