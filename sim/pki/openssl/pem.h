#pragma once

#include <string>

#include "base/bytes.h"

namespace uketsuke::pki {

/// A certificate as PEM text (RFC 7468), for programs that require it; several, concatenated, are a trust
/// file.
/// @throws SystemError if the bytes are not a certificate
std::string certificate_pem(const Bytes& der);

}  // namespace uketsuke::pki
