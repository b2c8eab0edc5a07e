#pragma once

#include <openssl/types.h>

#include <memory>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "sim/pki/artefact_cache.h"
#include "sim/pki/key_store.h"

namespace uketsuke::personalisation {

/// A key in a card-verifiable certificate.
struct CvKey {
  const char* name;    ///< name in the key store
  const char* number;  ///< seven digits; numbers of real keys begin with 5, 6 and 9, ours with 7

  Bytes id() const;  ///< 16 bytes
};

namespace cv {
inline constexpr CvKey kRoot{"cv-root", "7600001"};
inline constexpr CvKey kCardFace{"cv-card-face", "7600002"};  ///< signs the files of 券面事項確認
inline constexpr CvKey kInputSupport{"cv-input-support", "7600003"};  ///< signs those of 券面事項入力補助
inline constexpr CvKey kIssuer{"cv-issuer", "7600004"};               ///< in GET DATA F8
inline constexpr CvKey kTerminalAuthority{"cv-terminal-authority", "7900001"};  ///< behind EF 0016 of JPKI
inline constexpr CvKey kTerminal{"cv-terminal", "7900002"};  ///< a specified institution's terminal
}  // namespace cv

/// This project's tree of card-verifiable certificates; it contains no real root.
class CvTree {
 public:
  CvTree(pki::KeyStore& keys, const pki::ArtefactCache& cache) : keys_(keys), cache_(cache) {}

  /// All throw SystemError.
  std::shared_ptr<EVP_PKEY> key(const CvKey& key) { return keys_.rsa_2048(key.name); }
  Bytes modulus(const CvKey& key);
  /// `7F21`, 568 bytes, cached.
  Bytes certificate(const CvKey& subject, const CvKey& issuer);
  /// The certificate without its outer template, 563 bytes, as in GET DATA.
  Bytes bare_certificate(const CvKey& subject, const CvKey& issuer);

  /// Names of all keys of the tree, for creating them in advance.
  static std::vector<std::string> names();

 private:
  pki::KeyStore& keys_;
  const pki::ArtefactCache& cache_;
};

}  // namespace uketsuke::personalisation
