#include <openssl/err.h>
#include <openssl/evp.h>

#include <array>

#include "sim/chip/commands/sign.h"

namespace uketsuke::chip {

namespace {

constexpr std::size_t kSha256Size = 32;    // SHA-256
constexpr std::size_t kPaddingLeast = 11;  // of PKCS#1 v1.5
constexpr std::size_t kSignatureMost = 512;

StatusWord sign(const Execution& execution, EVP_PKEY_CTX* context, ByteView input) {
  std::array<std::uint8_t, kSignatureMost> signature;
  std::size_t size = signature.size();
  if (context == nullptr || EVP_PKEY_sign(context, signature.data(), &size, input.data, input.size) <= 0) {
    ERR_clear_error();
    return sw::kConditionsOfUse;
  }
  execution.spend(execution.timing().rsa_2048);
  execution.reply(signature.data(), size);
  return sw::kOk;
}

}  // namespace

StatusWord sign_rsa(const Execution& execution, const Key& key, std::uint8_t p1, ByteView input) {
  const RsaScheme& scheme = kRsaSchemes[p1];
  std::array<std::uint8_t, kSha256Size> hash;
  if (scheme.card_hashes) {
    if (EVP_Digest(input.data, input.size, hash.data(), nullptr, EVP_sha256(), nullptr) <= 0) {
      return sw::kConditionsOfUse;
    }
    execution.spend(execution.timing().hash_per_byte * static_cast<long>(input.size));
    input = ByteView(hash.data(), hash.size());
  } else {
    const auto size = static_cast<std::size_t>(EVP_PKEY_get_size(key.key.get()));
    const bool right_length = p1 == 0x00 ? input.size <= size - kPaddingLeast : input.size == kSha256Size;
    if (!right_length) return sw::kConditionsOfUse;
  }
  return sign(execution, key.rsa->of(key.key.get(), p1), input);
}

}  // namespace uketsuke::chip
