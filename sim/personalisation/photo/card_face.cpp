#include "sim/personalisation/photo/card_face.h"

#include <fmt/format.h>

#include <vector>

#include "sim/personalisation/certificates/tlv.h"
#include "sim/personalisation/sex_digit.h"
#include "sim/pki/openssl/signature.h"

namespace uketsuke::personalisation {

namespace {

constexpr std::size_t kFileHeader = 5;  // FF20 82 hh ll: the content is always longer than 127 bytes

/// The signature in DF28: PKCS#1 v1.5 with a SHA-256 DigestInfo whose digest has 96 bytes instead of 32:
/// three concatenated hashes.
Bytes sign_three_hashes(const Bytes& person, const Bytes& texts, const Bytes& photo, EVP_PKEY& issuer) {
  static const Bytes kDigestInfo = from_hex("3071 300D 0609608648016503040201 0500 0460");
  return pki::sign_padded(issuer,
                          join({kDigestInfo, pki::sha256(person), pki::sha256(texts), pki::sha256(photo)}));
}

/// DF21: offset of each object, counted from the first byte of the file.
Bytes offset_table(const std::vector<Bytes>& objects) {
  const std::size_t table_size = 2 + 1 + 2 * objects.size();
  std::size_t at = kFileHeader + table_size;
  Bytes table;
  for (const Bytes& object : objects) {
    table.push_back(static_cast<std::uint8_t>(at >> 8));
    table.push_back(static_cast<std::uint8_t>(at));
    at += object.size();
  }
  return tlv(0xDF21, table);
}

}  // namespace

Bytes age_record(Date born, const Bytes& card_modulus, EVP_PKEY& issuer) {
  const Bytes body =
      join({tlv(0xDF11, to_bytes(format_compact(born))), tlv(0xDF12, public_key_objects(card_modulus))});
  return tlv(0xFF10, join({body, tlv(0xDF13, pki::sign_sha256(issuer, body))}));
}

Bytes card_face(const CardFace& face, EVP_PKEY& issuer) {
  const Bytes born = tlv(0xDF22, to_bytes(format_compact(face.born)));
  const Bytes sex = tlv(0xDF23, to_bytes(sex_digit(face.sex)));
  const Bytes key = tlv(0xDF24, public_key_objects(face.card_modulus));
  const Bytes name = tlv(0xDF25, face.name_png);
  const Bytes address = tlv(0xDF26, face.address_png);
  const Bytes photo = tlv(0xDF27, face.photo_jp2);
  const Bytes signature =
      tlv(0xDF28, sign_three_hashes(join({born, sex, key}), join({name, address}), photo, issuer));
  const Bytes expires = tlv(0xDF29, to_bytes(format_compact(face.expires)));
  const Bytes code = tlv(0xDF2A, face.security_code_png);

  const std::vector<Bytes> objects = {born, sex, key, name, address, photo, signature, expires, code};
  Bytes value = offset_table(objects);
  for (const Bytes& object : objects) append(value, object);
  return tlv(0xFF20, value);
}

Bytes card_face_information(const Bytes& key_id, const std::string& municipality) {
  // DF35: 16 bytes of key reference and 256 bytes that no source explains; here the key id again and filler.
  const Bytes opaque = join({key_id, Bytes(256, 0xFF)});
  return tlv(0xFF30, join({tlv(0xDF31, from_hex("06030E01")), tlv(0xDF32, key_id), tlv(0xDF33, {0x01}),
                           tlv(0xDF34, to_bytes(municipality)), tlv(0xDF35, opaque)}));
}

Bytes my_number_image(const Bytes& png, const Bytes& card_modulus, EVP_PKEY& issuer) {
  const Bytes body = join({tlv(0xDF41, png), tlv(0xDF42, public_key_objects(card_modulus))});
  return tlv(0xFF40, join({body, tlv(0xDF43, pki::sign_sha256(issuer, body))}));
}

}  // namespace uketsuke::personalisation
