#pragma once

#include "base/bytes.h"

namespace uketsuke::reader {

/// What a reader takes out of the card-face file (券面事項確認 application, EF 0002).
struct CardFace {
  Bytes photo;    ///< DF27: JPEG 2000, grey; empty on a card without a photo
  Bytes modulus;  ///< DF24: the card's own public key
  Bytes exponent;
};

/// Takes the file apart; whatever is not there, or is cut off, stays empty.
CardFace parse_card_face(const Bytes& file);

}  // namespace uketsuke::reader
