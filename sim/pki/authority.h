#pragma once

#include <openssl/types.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/calendar.h"
#include "base/enum_names.h"
#include "sim/pki/artefact_cache.h"
#include "sim/pki/key_store.h"

namespace uketsuke::pki {

enum class Purpose {
  user_authentication,  ///< 利用者証明用
  digital_signature,    ///< 署名用
};

/// Content of an authentication certificate. The key is the holder's.
struct AuthenticationSubject {
  std::string common_name;  ///< 23 characters, `997794E9AGCIEG13221003A`
  std::uint32_t serial = 0;
  Date not_before{};       ///< from 00:00:00 Japan time
  Date not_after{};        ///< to 23:59:59 Japan time, that is, 14:59:59Z
  std::string prefecture;  ///< in romaji, for the CRL distribution point
  std::string city;        ///< in romaji, for the CRL distribution point
};

/// Additional content of a signing certificate: the holder's four items (基本4情報) as on the residence
/// record.
struct SigningSubject {
  std::string common_name;  ///< time of issue and more, as text
  std::string prefecture;   ///< in romaji
  std::string city;         ///< in romaji
  std::uint32_t serial = 0;
  Date not_before{};
  Date not_after{};
  std::string name;
  std::string birth_date;  ///< format EYYYYMMDD: E is the era's number, 3 Shōwa, 4 Heisei, 5 Reiwa
  std::string sex;         ///< 1 male, 2 female, 3 other
  std::string address;
};

/// A test certification authority modelled on JPKI's: one for user authentication, one for digital
/// signatures.
///
/// Like the real one, it starts a new generation (key and self-signed certificate, ten years) every four
/// years (2015, 2019, 2023 …), and issues from the generation of the day. Equal inputs and keys give equal
/// certificates; they are cached.
class Authority {
 public:
  Authority(KeyStore& keys, const ArtefactCache& cache, Purpose purpose);

  /// DER of the CA certificate that signs certificates issued on `day`.
  /// @throws SystemError
  const Bytes& certificate(Date day);

  /// The key of that CA certificate.
  /// @throws SystemError
  std::shared_ptr<EVP_PKEY> key(Date day);

  /// DER.
  /// @throws SystemError
  /// @throws std::invalid_argument if not_after is before not_before, or if the purpose is not user
  /// authentication
  Bytes issue_authentication_certificate(const AuthenticationSubject& subject, EVP_PKEY& key);
  /// DER.
  /// @throws SystemError
  /// @throws std::invalid_argument if not_after is before not_before, or if the purpose is not digital
  /// signatures
  Bytes issue_signing_certificate(const SigningSubject& subject, EVP_PKEY& key);

  Purpose purpose() const { return purpose_; }

 private:
  KeyStore& keys_;
  const ArtefactCache& cache_;
  Purpose purpose_;
  std::map<int, Bytes> generations_;  ///< by first year

  std::string key_name(int generation) const;
};

}  // namespace uketsuke::pki
