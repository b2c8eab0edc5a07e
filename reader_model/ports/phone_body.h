#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "record/secret.h"
#include "record/words/phone_words.h"

namespace uketsuke::reader {

/// What the external reader sends to a phone.
struct PhoneRequest {
  record::PhoneKind kind{};  ///< the kind that the patient chose
  record::Secret pin;        ///< for an Android phone; empty for an iPhone
  Bytes challenge;           ///< to be signed by the certificate's key
};

/// A phone's answer. It has a certificate and a signature only if the check was accepted.
struct PhoneAnswer {
  record::PhoneCheck result{};
  std::optional<int> tries_left;  ///< none: the phone did not say
  Bytes certificate;              ///< DER
  Bytes signature;                ///< RSASSA-PKCS1-v1_5 with SHA-256 over the challenge
};

/// A phone with a certificate, as the external reader sees it. The real protocol is not public; one exchange
/// stands for it.
class PhoneInField {
 public:
  virtual ~PhoneInField() = default;

  virtual PhoneAnswer answer(const PhoneRequest& request) = 0;
};

/// A phone as it is held on the external reader.
struct PhoneBody {
  std::string pseudonym;     ///< of its owner, for the record; the firmware does not use it
  record::PhoneKind kind{};  ///< for the record; the firmware does not use it
  std::shared_ptr<PhoneInField> phone;
  std::optional<Duration> lift_after;  ///< removed after this time; none: it stays until it was read
};

}  // namespace uketsuke::reader
