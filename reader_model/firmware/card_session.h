#pragma once

#include <optional>
#include <stdexcept>

#include "base/bytes.h"
#include "reader_model/rf/rf_front_end.h"
#include "record/secret.h"
#include "record/words/card_words.h"
#include "record/words/identity_words.h"

namespace uketsuke::reader {

/// The card left the field during an exchange.
class CardLost : public std::runtime_error {
 public:
  CardLost() : std::runtime_error("the card left the field") {}
};

/// The card answered with a status word that ends the operation.
class CardRefused : public std::runtime_error {
 public:
  CardRefused(const Bytes& command, unsigned status);
  unsigned status() const { return status_; }

 private:
  unsigned status_;
};

/// The chip's answer to a PIN or number.
struct SecretAnswer {
  record::SecretCheck result{};
  int tries_left = 0;
};

/// What a reader does with a My Number Card, as card commands. Every exchange is built, transmitted and
/// checked in one way.
///
/// All functions wait for the card, so call them from a thread process. @throws CardLost, CardRefused
class CardSession {
 public:
  explicit CardSession(RfFrontEnd& rf) : rf_(rf) {}

  /// The kind of card: whether a chip answers, and whether it has the JPKI application.
  record::CardKind identify();

  // ---- 公的個人認証 (JPKI) application ----
  int pin_tries_left();
  SecretAnswer verify_pin(const record::Secret& pin);
  Bytes authentication_certificate();
  /// RSASSA-PKCS1-v1_5 signature with SHA-256 over `message`, by the authentication key. The PIN must have
  /// been verified.
  Bytes sign(const Bytes& message);

  // ---- 券面事項確認 application ----
  SecretAnswer verify_card_face_number(const record::Secret& number);
  /// The card-face file, with photo and public key. 照合番号B must have been verified.
  Bytes card_face();
  /// Signature over `message` by the card's own key. It needs no PIN and shows that the card is present.
  Bytes prove_presence(const Bytes& message);

 private:
  RfFrontEnd& rf_;

  struct Answer {
    Bytes data;
    unsigned status = 0;
  };
  Answer exchange(const Bytes& command);
  Bytes expect(const Bytes& command);  ///< the data of a response whose status must be 9000
  void select_application(const Bytes& aid);
  void select_file(unsigned id);
  Bytes read_file();
  SecretAnswer verify(const record::Secret& secret);
  int tries_left();
};

}  // namespace uketsuke::reader
