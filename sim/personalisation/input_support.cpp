#include "sim/personalisation/input_support.h"

#include <vector>

#include "sim/personalisation/certificates/tlv.h"
#include "sim/personalisation/sex_digit.h"
#include "sim/pki/openssl/signature.h"

namespace uketsuke::personalisation {

namespace {

constexpr std::size_t kOffsets = 2 + 1 + 8;  // DF21 with four offsets
constexpr std::size_t kShortHeader = 3;      // FF20 L
constexpr std::size_t kLongHeader = 5;       // FF20 82 hh ll
constexpr std::size_t kOpaque = 128;

}  // namespace

Bytes my_number(const record::Secret& digits) { return tlv(0xFF10, to_bytes(digits.reveal())); }

Bytes four_items(const FourItems& items) {
  const std::vector<Bytes> objects = {tlv(0xDF22, to_bytes(items.name)), tlv(0xDF23, to_bytes(items.address)),
                                      tlv(0xDF24, to_bytes(format_compact(items.born))),
                                      tlv(0xDF25, to_bytes(sex_digit(items.sex)))};
  std::size_t size = kOffsets;
  for (const Bytes& object : objects) size += object.size();
  std::size_t at = (size > 0x7F ? kLongHeader : kShortHeader) + kOffsets;
  Bytes table;
  Bytes value;
  for (const Bytes& object : objects) {
    append(table, {static_cast<std::uint8_t>(at >> 8), static_cast<std::uint8_t>(at)});
    append(value, object);
    at += object.size();
  }
  return tlv(0xFF20, join({tlv(0xDF21, table), value}));
}

Bytes input_support_integrity(const Bytes& my_number, const Bytes& four_items, EVP_PKEY& issuer) {
  Bytes file = my_number;
  file.resize(kMyNumberFile, 0xFF);
  const bool long_form = four_items.at(2) == 0x82;
  const std::size_t skipped = (long_form ? kLongHeader : kShortHeader) + kOffsets;
  const Bytes items(four_items.begin() + static_cast<long>(skipped), four_items.end());
  const Bytes hashes = join({tlv(0xDF31, pki::sha256(file)), tlv(0xDF32, pki::sha256(items))});
  return tlv(0xFF30, join({hashes, tlv(0xDF33, pki::sign_sha256(issuer, hashes))}));
}

Bytes input_support_information(const Bytes& key_id) {
  // No source explains the 128 bytes.
  return tlv(0xFF40, join({tlv(0xDF41, from_hex("01030E01")), tlv(0xDF42, key_id),
                           tlv(0xDF43, Bytes(kOpaque, 0xFF))}));
}

Bytes session_public_key(const Bytes& modulus) { return tlv(0xA1, public_key_objects(modulus)); }

Bytes signed_public_key(const Bytes& card_modulus, EVP_PKEY& issuer) {
  const Bytes key = tlv(0xDF51, public_key_objects(card_modulus));
  return tlv(0xFF50, join({key, tlv(0xDF52, pki::sign_sha256(issuer, key))}));
}

}  // namespace uketsuke::personalisation
