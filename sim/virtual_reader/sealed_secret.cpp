#include "sim/virtual_reader/sealed_secret.h"

#include <openssl/crypto.h>
#include <openssl/rsa.h>

#include "sim/pki/openssl/openssl_handles.h"

namespace uketsuke::virtual_reader {

namespace {

using Initialise = int (*)(EVP_PKEY_CTX*);
using Transform = int (*)(EVP_PKEY_CTX*, unsigned char*, std::size_t*, const unsigned char*, std::size_t);

Bytes oaep(Initialise initialise, Transform transform, EVP_PKEY& key, const unsigned char* in,
           std::size_t size, const char* what) {
  const pki::PkeyContext context(pki::check(EVP_PKEY_CTX_new(&key, nullptr), what));
  const auto done = [&](int result) {
    if (result <= 0) pki::throw_openssl(what);
  };
  done(initialise(context.get()));
  done(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING));
  done(EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256()));
  std::size_t out_size = 0;
  done(transform(context.get(), nullptr, &out_size, in, size));
  Bytes out(out_size);
  done(transform(context.get(), out.data(), &out_size, in, size));
  out.resize(out_size);
  return out;
}

}  // namespace

Bytes seal(const record::Secret& secret, EVP_PKEY& key) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(secret.reveal().data());
  return oaep(EVP_PKEY_encrypt_init, EVP_PKEY_encrypt, key, bytes, secret.size(), "seal a secret");
}

record::Secret unseal(const Bytes& sealed, EVP_PKEY& key) {
  Bytes plain = oaep(EVP_PKEY_decrypt_init, EVP_PKEY_decrypt, key, sealed.data(), sealed.size(),
                     "open a sealed secret");
  record::Secret secret(std::string(plain.begin(), plain.end()));
  OPENSSL_cleanse(plain.data(), plain.size());
  return secret;
}

}  // namespace uketsuke::virtual_reader
