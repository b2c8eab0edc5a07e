#include "sim/pki/openssl/openssl_handles.h"

#include <openssl/err.h>

#include "base/error.h"

namespace uketsuke::pki {

void throw_openssl(const std::string& what) {
  const unsigned long code = ERR_get_error();
  ERR_clear_error();
  const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  throw SystemError("cannot " + what + ": " + (reason == nullptr ? "OpenSSL gives no reason" : reason));
}

}  // namespace uketsuke::pki
