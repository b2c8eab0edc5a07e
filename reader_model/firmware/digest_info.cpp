#include "reader_model/firmware/digest_info.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>

#include <memory>

namespace uketsuke::reader {

namespace {

template <auto Function>
struct Free {
  template <class T>
  void operator()(T* pointer) const {
    Function(pointer);
  }
};
using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;

Key rsa_public_key(const Bytes& modulus, const Bytes& exponent) {
  const Number n(BN_bin2bn(modulus.data(), static_cast<int>(modulus.size()), nullptr));
  const Number e(BN_bin2bn(exponent.data(), static_cast<int>(exponent.size()), nullptr));
  const Builder builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
  const Params params(OSSL_PARAM_BLD_to_param(builder.get()));
  const Context context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
  EVP_PKEY* key = nullptr;
  if (EVP_PKEY_fromdata_init(context.get()) <= 0 ||
      EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) <= 0) {
    return nullptr;
  }
  return Key(key);
}

/// Fetched once: OpenSSL's one-call functions look the algorithm up by name each time.
const EVP_MD* sha256_algorithm() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return algorithm;
}

Bytes sha256(const Bytes& message) {
  Bytes digest(SHA256_DIGEST_LENGTH);
  EVP_Digest(message.data(), message.size(), digest.data(), nullptr, sha256_algorithm(), nullptr);
  return digest;
}

}  // namespace

Bytes sha256_digest_info(const Bytes& message) {
  Bytes info = from_hex("3031300D060960864801650304020105000420");
  const Bytes digest = sha256(message);
  info.insert(info.end(), digest.begin(), digest.end());
  return info;
}

bool verify_sha256_signature(const Bytes& modulus, const Bytes& exponent, const Bytes& message,
                             const Bytes& signature) {
  const Key key = rsa_public_key(modulus, exponent);
  if (key == nullptr) return false;
  const Context context(EVP_PKEY_CTX_new(key.get(), nullptr));
  // Without a digest of its own OpenSSL compares what was signed byte for byte (RFC 8017 §8.2.2).
  const Bytes signed_bytes = sha256_digest_info(message);
  return EVP_PKEY_verify_init(context.get()) > 0 &&
         EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) > 0 &&
         EVP_PKEY_verify(context.get(), signature.data(), signature.size(), signed_bytes.data(),
                         signed_bytes.size()) == 1;
}

}  // namespace uketsuke::reader
