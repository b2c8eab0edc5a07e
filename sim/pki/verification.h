#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "base/enum_names.h"

namespace uketsuke::pki {

UKETSUKE_ENUM(CertificateVerdict,
              valid,          ///< signed by a trusted authority, and within its time
              not_yet_valid,  ///< before its first second
              expired,        ///< after its last second
              untrusted,      ///< not signed by one of the trusted authorities
              malformed,      ///< not a certificate
)

/// What a relying party reads from a certificate.
struct CertificateFacts {
  std::uint32_t serial = 0;
  DateTime not_before{};  ///< Japan time
  DateTime not_after{};   ///< Japan time
  std::string common_name;
  Bytes issuer_key = {};   ///< authorityKeyIdentifier: the generation that issued it; empty if absent
  Bytes subject_key = {};  ///< subjectKeyIdentifier; empty if absent
};

/// Nothing if the bytes are not a certificate (filler of FF after it is ignored).
std::optional<CertificateFacts> read_certificate(const Bytes& der);

/// Verifies certificates against trusted authorities. Does not check revocation.
///
/// A certificate's signer is determined once (a third of a millisecond) and cached; the time is checked on
/// each call. Not thread-safe.
class TrustStore {
 public:
  TrustStore();
  ~TrustStore();
  TrustStore(TrustStore&&) noexcept;
  TrustStore& operator=(TrustStore&&) noexcept;

  /// @throws SystemError if these bytes are not a certificate
  void trust(const Bytes& authority_certificate);

  /// @param at  the time of the query, Japan time
  CertificateVerdict verify(const Bytes& certificate, DateTime at) const;

  /// Like `read_certificate`, but cached.
  const std::optional<CertificateFacts>& facts(const Bytes& certificate) const;

  /// Like `pki::verify_signature`, but parses each certificate only once: decoding its key costs more than
  /// verifying with it.
  bool verify_signature(const Bytes& certificate, const Bytes& data, const Bytes& signature) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Whether `signature` is valid for `data` (RSA PKCS#1 v1.5 with SHA-256) under the certificate's key; false
/// for malformed input.
bool verify_signature(const Bytes& certificate, const Bytes& data, const Bytes& signature);

/// Whether `signature` is valid for `data` under a bare RSA public key with exponent 65537, as in the card's
/// files.
bool verify_signature_by_modulus(const Bytes& modulus, const Bytes& data, const Bytes& signature);

}  // namespace uketsuke::pki
