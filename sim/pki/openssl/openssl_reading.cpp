#include "sim/pki/openssl/openssl_reading.h"

#include <openssl/err.h>

#include <ctime>

namespace uketsuke::pki {

X509Handle read_x509(const Bytes& der) {
  const unsigned char* at = der.data();
  X509Handle certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  return certificate;
}

std::optional<DateTime> to_japan(const ASN1_TIME* time) {
  std::tm parts{};
  // Without this check, OpenSSL would return the present time for null.
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
  return DateTime(std::chrono::seconds(::timegm(&parts))) + std::chrono::hours(9);
}

}  // namespace uketsuke::pki
