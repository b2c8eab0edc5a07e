#pragma once

#include <openssl/types.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace uketsuke::chip {

/// How the card prepares the data that it signs with an RSA key, by P1.
struct RsaScheme {
  bool card_hashes;  ///< otherwise the data are used as they are
  bool digest_info;  ///< EMSA-PKCS1-v1_5 with the DigestInfo of SHA-256
  bool pss;
};

constexpr RsaScheme kRsaSchemes[] = {
    {false, false, false},  // 00: type-1 padding round the caller's bytes, unchecked
    {true, false, false},   // 01: bare SHA-256
    {false, true, false},   // 02: caller's hash, DigestInfo added
    {true, true, false},    // 03: both
    {false, false, true},   // 04: PSS of the caller's hash
    {true, false, true},    // 05: PSS, card hashes
};

/// OpenSSL contexts of a key, one per scheme, prepared on first use: preparation searches all algorithm names
/// and costs a fifth of a signature. Not thread-safe.
class RsaContexts {
 public:
  /// A context ready for EVP_PKEY_sign, valid until called with another key. Null if OpenSSL refuses the key.
  EVP_PKEY_CTX* of(EVP_PKEY* key, std::uint8_t p1);

 private:
  struct Free {
    void operator()(EVP_PKEY_CTX* context) const;
  };
  std::array<std::unique_ptr<EVP_PKEY_CTX, Free>, std::size(kRsaSchemes)> contexts_;
};

}  // namespace uketsuke::chip
