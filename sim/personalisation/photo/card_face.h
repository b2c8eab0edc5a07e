#pragma once

#include <openssl/types.h>

#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "scenarios/model/persona.h"

namespace uketsuke::personalisation {

// The files of the 券面事項確認 application (card_face in the layout). The key that its EF 0004 certifies
// makes the signatures; `card_modulus` is the card's own key.

/// EF 0001: birth date for an age check, and the card's key, signed.
Bytes age_record(Date born, const Bytes& card_modulus, EVP_PKEY& issuer);

/// A person's data in EF 0002.
struct CardFace {
  Date born{};
  scenario::Sex sex{};
  Bytes card_modulus;
  Bytes name_png;
  Bytes address_png;
  Bytes photo_jp2;  ///< empty: a card without photo; its object then has length 0 (an assumption)
  Date expires{};
  Bytes security_code_png;
};

/// EF 0002: the card's face as pictures, nine objects in fixed order after a table of their offsets, signed.
Bytes card_face(const CardFace& face, EVP_PKEY& issuer);

/// EF 0003: information about the application.
/// @param key_id  of the key in EF 0004
/// @param municipality  five digits
Bytes card_face_information(const Bytes& key_id, const std::string& municipality);

/// EF 0005: the My Number as a picture, and the card's key, signed.
Bytes my_number_image(const Bytes& png, const Bytes& card_modulus, EVP_PKEY& issuer);

}  // namespace uketsuke::personalisation
