#pragma once

#include <string>

#include "base/bytes.h"

namespace uketsuke::pki {

/// A certificate as PEM text (RFC 7468), for programs that want it so; several of them one after the other
/// make a trust file. @throws SystemError where the bytes are no certificate.
std::string certificate_pem(const Bytes& der);

}  // namespace uketsuke::pki
