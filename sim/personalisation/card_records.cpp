#include "sim/personalisation/card_records.h"

#include "sim/personalisation/certificates/tlv.h"
#include "sim/pki/openssl/signature.h"

namespace uketsuke::personalisation {

std::string digits_for(std::string_view text, std::size_t count) {
  const Bytes hash = pki::sha256(to_bytes(text));
  std::string digits;
  for (std::size_t i = 0; i < count; ++i) {
    digits += static_cast<char>('0' + hash[i % hash.size()] % 10);
  }
  return digits;
}

Bytes common_record(const std::string& serial, const std::string& municipality, Date expires) {
  return tlv(0x01, to_bytes(serial + municipality + format_compact(expires)));
}

Bytes juki_record(const std::string& code) { return tlv(0x02, to_bytes(code)); }

Bytes card_recognition_data() { return tlv(0x73, tlv(0x06, from_hex("2A864886FC6B01"))); }

}  // namespace uketsuke::personalisation
