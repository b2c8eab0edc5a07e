#include "sim/chip/rsa_contexts.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace uketsuke::chip {

namespace {

bool prepare(EVP_PKEY_CTX* context, const RsaScheme& scheme) {
  if (context == nullptr || EVP_PKEY_sign_init(context) <= 0) return false;
  if (EVP_PKEY_CTX_set_rsa_padding(context, scheme.pss ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING) <= 0) {
    return false;
  }
  // Without a digest, OpenSSL pads the bytes as they are; a card that checked a DigestInfo would refuse
  // clients that omit its NULL.
  if (!scheme.digest_info && !scheme.pss) return true;
  if (EVP_PKEY_CTX_set_signature_md(context, EVP_sha256()) <= 0) return false;
  return !scheme.pss || EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) > 0;
}

}  // namespace

void RsaContexts::Free::operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }

EVP_PKEY_CTX* RsaContexts::of(EVP_PKEY* key, std::uint8_t p1) {
  auto& context = contexts_.at(p1);
  // A context holds its key, so no other key has this address.
  if (context != nullptr && EVP_PKEY_CTX_get0_pkey(context.get()) == key) return context.get();
  context.reset(EVP_PKEY_CTX_new(key, nullptr));
  if (!prepare(context.get(), kRsaSchemes[p1])) context.reset();
  return context.get();
}

}  // namespace uketsuke::chip
