#pragma once

#include <openssl/types.h>

#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "record/secret.h"
#include "scenarios/model/persona.h"

namespace uketsuke::personalisation {

// The files of the 券面事項入力補助 application (input_support in the layout). The key that its EF 0004
// certifies makes the signatures.

/// Physical bytes of EF 0001; its object has 15.
inline constexpr std::size_t kMyNumberFile = 17;

/// EF 0001: `FF10 0C` and the 12 digits of the My Number.
Bytes my_number(const record::Secret& digits);

/// The four items (基本4情報).
struct FourItems {
  std::string name;  ///< UTF-8, U+3000 between family and given name
  std::string address;
  Date born{};
  scenario::Sex sex{};
};

/// EF 0002: the four items as text after a table of their offsets, counted from the first byte of the file.
/// Its own length has the form `82 hh ll` only from 128 bytes on; two well-known clients each read only one
/// of the forms.
Bytes four_items(const FourItems& items);

/// EF 0003, 336 bytes: SHA-256 of the whole physical EF 0001, filler included; SHA-256 of EF 0002's value
/// from DF22 on; the issuer's signature over both objects.
/// @param four_items  EF 0002 as returned by `four_items`
Bytes input_support_integrity(const Bytes& my_number, const Bytes& four_items, EVP_PKEY& issuer);

/// EF 0005, 164 bytes: information about the application.
/// @param key_id  of the key in EF 0004
Bytes input_support_information(const Bytes& key_id);

/// EF 0006: the RSA key under which a terminal sends a session seed.
Bytes session_public_key(const Bytes& modulus);

/// EF 0007: the public half of the card's key in this application, signed.
Bytes signed_public_key(const Bytes& card_modulus, EVP_PKEY& issuer);

}  // namespace uketsuke::personalisation
