#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "record/secret.h"
#include "record/words/phone_words.h"

namespace uketsuke::reader {

/// What the external reader asks of a phone.
struct PhoneRequest {
  record::PhoneKind kind{};  ///< that the patient chose
  record::Secret pin;        ///< for an Android phone; empty for an iPhone
  Bytes challenge;           ///< to be signed by the certificate's key
};

/// What a phone answers. Certificate and signature only where it was accepted.
struct PhoneAnswer {
  record::PhoneCheck result{};
  std::optional<int> tries_left;  ///< where it says so
  Bytes certificate;              ///< DER
  Bytes signature;                ///< RSASSA-PKCS1-v1_5 with SHA-256 over the challenge
};

/// A phone with a certificate in it, as the external reader meets it. How the two talk is not public: one
/// exchange stands for it.
class PhoneInField {
 public:
  virtual ~PhoneInField() = default;

  virtual PhoneAnswer answer(const PhoneRequest& request) = 0;
};

/// A phone as it is held on the external reader.
struct PhoneBody {
  std::string pseudonym;     ///< of its owner, for the record; the firmware does not look at it
  record::PhoneKind kind{};  ///< likewise
  std::shared_ptr<PhoneInField> phone;
  std::optional<Duration> lift_after;  ///< taken away so soon; none: it stays until it is read
};

}  // namespace uketsuke::reader
