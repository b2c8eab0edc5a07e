#pragma once

#include <variant>

#include "base/enum_names.h"
#include "record/words/card_words.h"
#include "record/words/display_words.h"
#include "record/words/face_words.h"
#include "record/words/identity_words.h"
#include "record/words/phone_words.h"
#include "record/words/service_words.h"

namespace uketsuke::reader {

/// What a timer was set for.
UKETSUKE_ENUM(TimerPurpose, screen, face, notice, done_before_limit, card_left, service, done_without_card)

// The flow's inputs: everything from outside, and every result of its actions.
namespace input {

struct CardIn {};
struct CardOut {};
struct CardIdentified {
  record::CardKind kind{};
};
struct Touched {
  record::Button button{};
};
struct TimedOut {
  TimerPurpose purpose{};
};

/// The photo is read, the card is genuine, the camera can look.
struct FaceReady {};
/// Identification by face is not possible.
struct FaceImpossible {
  record::Refusal reason{};
};
struct FaceJudged {
  record::FaceResult result{};
};

struct PinTries {
  int left = 0;
};
struct PinTyped {};
struct PinChecked {
  record::SecretCheck result{};
  int tries_left = 0;
};

struct VisualCheckDecided {
  bool same_person = false;
};

struct CertificateAnswer {
  record::CertificateStatus status{};
};
struct RegistrationAnswer {
  bool registered = false;
};
struct EligibilityAnswer {
  record::Validity validity{};
  bool specific_disease = false;  ///< they hold a 特定疾病療養受療証
};
struct OrderDone {};

/// A phone was laid on the external reader.
struct PhoneHeld {};
struct PhoneChecked {
  record::PhoneCheck result{};
  int tries_left = -1;  ///< -1: the phone did not say
};

}  // namespace input

using Input = std::variant<input::CardIn, input::CardOut, input::CardIdentified, input::Touched,
                           input::TimedOut, input::FaceReady, input::FaceImpossible, input::FaceJudged,
                           input::PinTries, input::PinTyped, input::PinChecked, input::VisualCheckDecided,
                           input::CertificateAnswer, input::RegistrationAnswer, input::EligibilityAnswer,
                           input::OrderDone, input::PhoneHeld, input::PhoneChecked>;

}  // namespace uketsuke::reader
