#include "sim/pki/openssl/pem.h"

#include <openssl/pem.h>

#include "sim/pki/openssl/openssl_handles.h"

namespace uketsuke::pki {

std::string certificate_pem(const Bytes& der) {
  const unsigned char* at = der.data();
  const X509Handle certificate(
      check(d2i_X509(nullptr, &at, static_cast<long>(der.size())), "read a certificate"));
  const Handle<BIO, BIO_free> memory(check(BIO_new(BIO_s_mem()), "write a certificate"));
  check(PEM_write_bio_X509(memory.get(), certificate.get()) > 0, "write a certificate");
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace uketsuke::pki
