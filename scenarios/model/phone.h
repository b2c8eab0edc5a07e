#pragma once

#include <optional>

#include "base/calendar.h"
#include "record/secret.h"
#include "record/words/phone_words.h"
#include "record/words/service_words.h"

namespace uketsuke::scenario {

/// A smartphone that has a certificate of its own (スマホ用利用者証明用電子証明書).
struct PhoneProfile {
  record::PhoneKind kind{};
  Date issued{};               ///< when the certificate was installed
  Date certificate_expires{};  ///< last day of the certificate
  record::Secret pin;          ///< four digits; an iPhone is unlocked by its owner's face or finger instead
};

/// Differences from the persona's phone at the start of a case.
struct GivenPhone {
  std::optional<record::PhoneKind> kind;
  std::optional<int> pin_tries_left;                     ///< 0 to 3
  std::optional<record::CertificateStatus> certificate;  ///< `suspended` or `revoked`
  bool has_certificate = true;                           ///< `certificate: none`
  std::optional<Date> certificate_expires;
  /// False: this phone is not known as an insurance card, even if the card is.
  std::optional<bool> registered;
};

}  // namespace uketsuke::scenario
