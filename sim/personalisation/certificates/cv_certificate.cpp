#include "sim/personalisation/certificates/cv_certificate.h"

#include "sim/personalisation/certificates/tlv.h"
#include "sim/pki/openssl/signature.h"

namespace uketsuke::personalisation {

Bytes cv_key_id(std::string_view seven_digits, std::string_view three_digits, std::uint32_t last) {
  return join({to_bytes(seven_digits),
               {0x08, 0x05},
               to_bytes(three_digits),
               {static_cast<std::uint8_t>(last >> 24), static_cast<std::uint8_t>(last >> 16),
                static_cast<std::uint8_t>(last >> 8), static_cast<std::uint8_t>(last)}});
}

Bytes cv_certificate(const Bytes& issuer_key_id, const Bytes& subject_key_id, const Bytes& modulus,
                     EVP_PKEY& root) {
  const Bytes body = join({issuer_key_id, subject_key_id, public_key_objects(modulus)});
  return tlv(0x7F21, join({tlv(0x5F4E, body), tlv(0x5F37, pki::sign_sha256(root, body))}));
}

}  // namespace uketsuke::personalisation
