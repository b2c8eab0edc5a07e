#include "sim/pki/openssl/signature.h"

#include <openssl/rsa.h>

#include "sim/pki/openssl/openssl_handles.h"

namespace uketsuke::pki {

Bytes sha256(const Bytes& data) {
  Bytes hash(kSha256Size);
  check(EVP_Digest(data.data(), data.size(), hash.data(), nullptr, EVP_sha256(), nullptr), "hash");
  return hash;
}

Bytes sign_sha256(EVP_PKEY& key, const Bytes& data) {
  const DigestContext context(check(EVP_MD_CTX_new(), "sign"));
  check(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, &key) > 0, "sign");
  Bytes signature(static_cast<std::size_t>(EVP_PKEY_get_size(&key)));
  std::size_t size = signature.size();
  check(EVP_DigestSign(context.get(), signature.data(), &size, data.data(), data.size()) > 0, "sign");
  signature.resize(size);
  return signature;
}

Bytes sign_padded(EVP_PKEY& key, const Bytes& block) {
  const PkeyContext context(check(EVP_PKEY_CTX_new(&key, nullptr), "sign"));
  check(EVP_PKEY_sign_init(context.get()) > 0, "sign");
  check(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) > 0, "sign");
  Bytes signature(static_cast<std::size_t>(EVP_PKEY_get_size(&key)));
  std::size_t size = signature.size();
  check(EVP_PKEY_sign(context.get(), signature.data(), &size, block.data(), block.size()) > 0, "sign");
  signature.resize(size);
  return signature;
}

}  // namespace uketsuke::pki
