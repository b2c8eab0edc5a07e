#pragma once

#include <string>

#include "base/bytes.h"

namespace uketsuke::personalisation {

/// EF 0006 of the JPKI application, 160 bytes: a CK_TOKEN_INFO in big-endian form. Clients recognise the card
/// by its label, `JPKIAPICCTOKEN2`.
/// @param serial  16 characters
Bytes token_information(const std::string& serial);

}  // namespace uketsuke::personalisation
