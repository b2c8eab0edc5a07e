#pragma once

#include <memory>

#include "sim/pki/revocation/standing.h"

namespace uketsuke::pki {

/// An OCSP request to an authority about one certificate (RFC 6960), and the verification of its answer.
class OcspQuestion {
 public:
  /// @param authority_certificate  of the generation that issued the certificate
  /// @param nonce  returned in the answer, so that an old answer cannot be replayed
  /// @throws SystemError if either is not a certificate
  OcspQuestion(const Bytes& certificate, const Bytes& authority_certificate, const Bytes& nonce);
  ~OcspQuestion();
  OcspQuestion(OcspQuestion&&) noexcept;
  OcspQuestion& operator=(OcspQuestion&&) noexcept;

  Bytes request() const;  ///< DER

  /// Verifies signature, signer, nonce and times. The signer must be the authority itself.
  Standing read(const Bytes& answer, DateTime at, std::chrono::seconds leeway) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace uketsuke::pki
