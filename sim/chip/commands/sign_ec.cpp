#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <array>
#include <memory>

#include "sim/chip/commands/sign.h"

namespace uketsuke::chip {

namespace {

constexpr std::size_t kSha384Size = 48;  // SHA-384
constexpr int kNumberSize = 48;          // r and s on P-384
constexpr std::size_t kDerMost = 128;

struct FreeContext {
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
struct FreeSignature {
  void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};

/// r and s of fixed length, as a card returns them, instead of OpenSSL's DER.
bool reply_plain(const Execution& execution, const std::uint8_t* der, std::size_t size) {
  const std::unique_ptr<ECDSA_SIG, FreeSignature> signature(
      d2i_ECDSA_SIG(nullptr, &der, static_cast<long>(size)));
  std::array<std::uint8_t, 2 * kNumberSize> plain;
  if (signature == nullptr ||
      BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), plain.data(), kNumberSize) != kNumberSize ||
      BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), plain.data() + kNumberSize, kNumberSize) !=
          kNumberSize) {
    return false;
  }
  execution.reply(plain.data(), plain.size());
  return true;
}

}  // namespace

StatusWord sign_ec(const Execution& execution, const Key& key, std::uint8_t p1, ByteView input) {
  std::array<std::uint8_t, kSha384Size> hash;
  if (p1 == 0x03) {
    if (EVP_Digest(input.data, input.size, hash.data(), nullptr, EVP_sha384(), nullptr) <= 0) {
      return sw::kConditionsOfUse;
    }
    execution.spend(execution.timing().hash_per_byte * static_cast<long>(input.size));
    input = ByteView(hash.data(), hash.size());
  } else if (p1 != 0x02) {
    return sw::kWrongParameters;
  }
  if (input.size != kSha384Size) return sw::kConditionsOfUse;

  const std::unique_ptr<EVP_PKEY_CTX, FreeContext> context(EVP_PKEY_CTX_new(key.key.get(), nullptr));
  std::array<std::uint8_t, kDerMost> der;
  std::size_t size = der.size();
  if (context == nullptr || EVP_PKEY_sign_init(context.get()) <= 0 ||
      EVP_PKEY_sign(context.get(), der.data(), &size, input.data, input.size) <= 0 ||
      !reply_plain(execution, der.data(), size)) {
    ERR_clear_error();
    return sw::kConditionsOfUse;
  }
  execution.spend(execution.timing().ec_p384);
  return sw::kOk;
}

}  // namespace uketsuke::chip
