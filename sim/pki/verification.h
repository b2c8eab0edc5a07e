#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::pki {

enum class CertificateVerdict {
  valid,
  not_yet_valid,  ///< before its first second
  expired,        ///< after its last second
  untrusted,      ///< not signed by one of the trusted authorities
  malformed,      ///< not a certificate
};

constexpr auto enum_names(CertificateVerdict) {
  return EnumNames<CertificateVerdict, 5>{{{CertificateVerdict::valid, "valid"},
                                           {CertificateVerdict::not_yet_valid, "not_yet_valid"},
                                           {CertificateVerdict::expired, "expired"},
                                           {CertificateVerdict::untrusted, "untrusted"},
                                           {CertificateVerdict::malformed, "malformed"}}};
}

/// What a relying party reads in a certificate.
struct CertificateFacts {
  std::uint32_t serial = 0;
  DateTime not_before{};  ///< Japan
  DateTime not_after{};   ///< Japan
  std::string common_name;
  Bytes issuer_key = {};  ///< authorityKeyIdentifier: which generation issued it; empty where it does not say
  Bytes subject_key = {};  ///< subjectKeyIdentifier; empty where it does not say
};

/// Nothing where the bytes are no certificate (filler of FF behind it is ignored).
std::optional<CertificateFacts> read_certificate(const Bytes& der);

/// Checks certificates against authorities that are trusted. Revocation is not its business.
///
/// Who signed a certificate is worked out once (a third of a millisecond) and remembered; the time is looked
/// at on each call. Not for several threads at once.
class TrustStore {
 public:
  TrustStore();
  ~TrustStore();
  TrustStore(TrustStore&&) noexcept;
  TrustStore& operator=(TrustStore&&) noexcept;

  /// @throws SystemError where these bytes are no certificate.
  void trust(const Bytes& authority_certificate);

  /// @param at the time in Japan at which it is asked.
  CertificateVerdict verify(const Bytes& certificate, DateTime at) const;

  /// Like `read_certificate`, but remembers the certificates that it has seen.
  const std::optional<CertificateFacts>& facts(const Bytes& certificate) const;

  /// Like `pki::verify_signature`, but takes a certificate that it has seen apart only once: decoding its key
  /// costs more than verifying with it.
  bool verify_signature(const Bytes& certificate, const Bytes& data, const Bytes& signature) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Whether `signature` is that of `data` (RSA PKCS#1 v1.5 with SHA-256) under the certificate's key; false
/// for anything that is malformed.
bool verify_signature(const Bytes& certificate, const Bytes& data, const Bytes& signature);

/// The same under a bare RSA public key with exponent 65537, as the card's own files carry it.
bool verify_signature_by_modulus(const Bytes& modulus, const Bytes& data, const Bytes& signature);

}  // namespace uketsuke::pki
