#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <array>
#include <memory>

#include "sim/chip/commands/sign.h"

namespace uketsuke::chip {

namespace {

constexpr std::size_t kHashSize = 32;      // SHA-256
constexpr std::size_t kPaddingLeast = 11;  // of PKCS#1 v1.5
constexpr std::size_t kSignatureMost = 512;

/// How P1 has the card prepare what it signs.
struct Scheme {
  bool card_hashes;  ///< else the data are taken as they are
  bool digest_info;  ///< EMSA-PKCS1-v1_5 with the DigestInfo of SHA-256
  bool pss;
};

constexpr Scheme kSchemes[] = {
    {false, false, false},  // 00: type-1 padding round the caller's bytes, whatever they are
    {true, false, false},   // 01: SHA-256 bare
    {false, true, false},   // 02: caller's hash, DigestInfo added
    {true, true, false},    // 03: both
    {false, false, true},   // 04: PSS of the caller's hash
    {true, false, true},    // 05: PSS, card hashes
};

struct FreeContext {
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};

bool prepare(EVP_PKEY_CTX* context, const Scheme& scheme) {
  if (context == nullptr || EVP_PKEY_sign_init(context) <= 0) return false;
  if (EVP_PKEY_CTX_set_rsa_padding(context, scheme.pss ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING) <= 0) {
    return false;
  }
  // Without a digest OpenSSL pads the bytes as they are; a card that checked a DigestInfo would refuse
  // clients that leave out its NULL.
  if (!scheme.digest_info && !scheme.pss) return true;
  if (EVP_PKEY_CTX_set_signature_md(context, EVP_sha256()) <= 0) return false;
  return !scheme.pss || EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) > 0;
}

StatusWord sign(const Execution& execution, EVP_PKEY* key, const Scheme& scheme, ByteView input) {
  const std::unique_ptr<EVP_PKEY_CTX, FreeContext> context(EVP_PKEY_CTX_new(key, nullptr));
  std::array<std::uint8_t, kSignatureMost> signature;
  std::size_t size = signature.size();
  if (!prepare(context.get(), scheme) ||
      EVP_PKEY_sign(context.get(), signature.data(), &size, input.data, input.size) <= 0) {
    ERR_clear_error();
    return sw::kConditionsOfUse;
  }
  execution.spend(execution.timing().rsa_2048);
  execution.reply(signature.data(), size);
  return sw::kOk;
}

}  // namespace

StatusWord sign_rsa(const Execution& execution, EVP_PKEY* key, std::uint8_t p1, ByteView input) {
  const Scheme& scheme = kSchemes[p1];
  std::array<std::uint8_t, kHashSize> hash;
  if (scheme.card_hashes) {
    if (EVP_Digest(input.data, input.size, hash.data(), nullptr, EVP_sha256(), nullptr) <= 0) {
      return sw::kConditionsOfUse;
    }
    execution.spend(execution.timing().hash_per_byte * static_cast<long>(input.size));
    input = ByteView(hash.data(), hash.size());
  } else {
    const auto size = static_cast<std::size_t>(EVP_PKEY_get_size(key));
    const bool right_length = p1 == 0x00 ? input.size <= size - kPaddingLeast : input.size == kHashSize;
    if (!right_length) return sw::kConditionsOfUse;
  }
  return sign(execution, key, scheme, input);
}

}  // namespace uketsuke::chip
