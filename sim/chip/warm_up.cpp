#include "sim/chip/warm_up.h"

#include <openssl/evp.h>

#include <array>

namespace uketsuke::chip {

void warm_up(const CardImage& image) {
  constexpr std::uint8_t kReaders = 0x00;  // P1 of the SIGN that readers send
  for (const Key& key : image.keys) {
    if (key.key == nullptr || EVP_PKEY_get_base_id(key.key.get()) != EVP_PKEY_RSA) continue;
    const std::array<std::uint8_t, 1> data{};
    std::array<std::uint8_t, 512> signature;
    std::size_t size = signature.size();
    // Only for its effect on the key: SIGN would fail again and report it.
    if (EVP_PKEY_CTX* context = key.rsa->of(key.key.get(), kReaders))
      EVP_PKEY_sign(context, signature.data(), &size, data.data(), data.size());
  }
}

}  // namespace uketsuke::chip
