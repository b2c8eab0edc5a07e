#pragma once

#include <openssl/types.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace uketsuke::chip {

/// How P1 has the card prepare what it signs with an RSA key.
struct RsaScheme {
  bool card_hashes;  ///< else the data are taken as they are
  bool digest_info;  ///< EMSA-PKCS1-v1_5 with the DigestInfo of SHA-256
  bool pss;
};

constexpr RsaScheme kRsaSchemes[] = {
    {false, false, false},  // 00: type-1 padding round the caller's bytes, whatever they are
    {true, false, false},   // 01: SHA-256 bare
    {false, true, false},   // 02: caller's hash, DigestInfo added
    {true, true, false},    // 03: both
    {false, false, true},   // 04: PSS of the caller's hash
    {true, false, true},    // 05: PSS, card hashes
};

/// A key's contexts of OpenSSL, one a scheme, each prepared when first wanted: that looks through all names
/// of algorithms, and costs a fifth of what the signature itself does. Not for two threads at once.
class RsaContexts {
 public:
  /// Ready for EVP_PKEY_sign. Null where OpenSSL refuses the key. Good until another key is given.
  EVP_PKEY_CTX* of(EVP_PKEY* key, std::uint8_t p1);

 private:
  struct Free {
    void operator()(EVP_PKEY_CTX* context) const;
  };
  std::array<std::unique_ptr<EVP_PKEY_CTX, Free>, std::size(kRsaSchemes)> contexts_;
};

}  // namespace uketsuke::chip
