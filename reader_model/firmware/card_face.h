#pragma once

#include "base/bytes.h"

namespace uketsuke::reader {

/// What a reader takes from the card-face file (券面事項確認 application, EF 0002).
struct CardFace {
  Bytes photo;    ///< DF27: JPEG 2000, grey; empty if the card has no photo
  Bytes modulus;  ///< DF24: the card's own public key
  Bytes exponent;
};

/// Parses the file. A missing or truncated object stays empty.
CardFace parse_card_face(const Bytes& file);

}  // namespace uketsuke::reader
