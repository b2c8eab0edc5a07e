#include "sim/chip/warm_up.h"

#include <openssl/evp.h>

#include <array>
#include <memory>

namespace uketsuke::chip {

void warm_up(const CardImage& image) {
  struct Free {
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  };
  for (const Key& key : image.keys) {
    if (key.key == nullptr) continue;
    const std::unique_ptr<EVP_PKEY_CTX, Free> context(EVP_PKEY_CTX_new(key.key.get(), nullptr));
    const std::array<std::uint8_t, 1> data{};
    std::array<std::uint8_t, 512> signature;
    std::size_t size = signature.size();
    // Only for its effect on the key: a failure here would show again, and be answered, in SIGN.
    if (context != nullptr && EVP_PKEY_sign_init(context.get()) > 0) {
      EVP_PKEY_sign(context.get(), signature.data(), &size, data.data(), data.size());
    }
  }
}

}  // namespace uketsuke::chip
