#include "sim/personalisation/card_numbers.h"

#include <fmt/format.h>

#include "sim/personalisation/japanese_era.h"
#include "sim/pki/openssl/signature.h"

namespace uketsuke::personalisation {

record::Secret card_face_number_a(const scenario::CardProfile& card) { return card.my_number; }

record::Secret card_face_number_b(Date born, const scenario::CardProfile& card) {
  const date::year_month_day expiry(card.expires);
  return record::Secret(fmt::format("{}{:04}{}", era_six_digits(born), static_cast<int>(expiry.year()),
                                    card.security_code.reveal()));
}

record::Secret birth_date_key(Date born) { return record::Secret(era_six_digits(born)); }

std::uint32_t serial_for(const std::string& text) {
  const Bytes hash = pki::sha256(to_bytes(text));
  const auto number = static_cast<std::uint32_t>(hash[0] << 24 | hash[1] << 16 | hash[2] << 8 | hash[3]);
  return (number & 0x7FFFFFFFU) | 0x10000000U;  // eight digits, never negative in DER
}

std::string code_for(const std::string& text, std::size_t size) {
  static constexpr char kLetters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const Bytes hash = pki::sha256(to_bytes(text));
  std::string code;
  for (std::size_t i = 0; i < size; ++i) code += kLetters[hash[i] % 36];
  return code;
}

}  // namespace uketsuke::personalisation
