#include "reader_model/firmware/digest_info.h"

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>

#include "base/crypto/rsa_public_key.h"
#include "base/handle.h"

namespace uketsuke::reader {

namespace {

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
  const PublicKey key = rsa_public_key(modulus.data(), modulus.size(), exponent);
  if (key == nullptr) return false;
  const Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(EVP_PKEY_CTX_new(key.get(), nullptr));
  // If no digest is set, OpenSSL compares the signed bytes one by one (RFC 8017 §8.2.2).
  const Bytes signed_bytes = sha256_digest_info(message);
  return EVP_PKEY_verify_init(context.get()) > 0 &&
         EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) > 0 &&
         EVP_PKEY_verify(context.get(), signature.data(), signature.size(), signed_bytes.data(),
                         signed_bytes.size()) == 1;
}

}  // namespace uketsuke::reader
