#pragma once

#include <string>
#include <variant>
#include <vector>

#include "conformance/consent_engine/setting.h"
#include "record/words/card_words.h"
#include "record/words/desk_words.h"
#include "record/words/display_words.h"
#include "record/words/face_words.h"
#include "record/words/identity_words.h"
#include "record/words/phone_words.h"
#include "record/words/service_words.h"

namespace uketsuke::conformance {

// Everything that can happen to a reader, reduced to what decides: without times, names and numbers.

namespace input {

struct CardInserted {};
struct CardTaken {};

/// The reader identified the kind of card in the slot.
struct CardRead {
  record::CardKind kind{};
};

struct Touched {
  record::Screen screen{};
  record::Button button{};
};

/// The screen's time passed without an answer.
struct TimedOut {
  record::Screen screen{};
};

/// The chip's answer to 照合番号B; `wrong` means that tries are left.
struct NumberChecked {
  record::SecretCheck result{};
};

struct PhotoRead {};
struct PhotoMissing {};
/// The photo cannot be decoded, or shows no face.
struct PhotoUnusable {};
/// The camera delivers no frames, or the same one repeatedly.
struct CameraFailed {};

/// Whether the chip proved that it is genuine.
struct Proved {
  bool genuine = false;
};

struct FaceCompared {
  record::FaceResult result{};
};

/// The chip reports whether a try is left for the PIN.
struct PinTries {
  bool left = false;
};

struct PinEntered {};

/// The chip's answer to the PIN; `wrong` means that tries are left, `blocked` that none are.
struct PinChecked {
  record::SecretCheck result{};
};

struct StaffDecided {
  bool same_person = false;
};

struct StaffModeSet {
  record::StaffMode mode{};
};

struct CertificateAnswered {
  record::CertificateStatus status{};
};

struct RegistrationAnswered {
  bool registered = false;
};

/// The service registered the card.
struct Enrolled {};

struct EligibilityAnswered {
  record::Validity validity{};
  bool specific_disease = false;  ///< the patient holds a 特定疾病療養受療証; the disease is never stated
};

/// The service stored the consents that were sent.
struct Stored {};

/// The service does not answer.
struct ServiceSilent {};

/// The limit screen is due.
struct LimitDue {};

/// The card-left alarm is due.
struct CardLeft {};

/// A phone is on the external reader.
struct PhoneHeld {};

/// The result of reading the phone; `wrong` means that tries are left, `blocked` that none are.
struct PhoneChecked {
  record::PhoneCheck result{};
};

/// In a reception without a card, the last screen was shown for its full time.
struct Parted {};

}  // namespace input

using Input =
    std::variant<input::CardInserted, input::CardTaken, input::CardRead, input::Touched, input::TimedOut,
                 input::NumberChecked, input::PhotoRead, input::PhotoMissing, input::PhotoUnusable,
                 input::CameraFailed, input::Proved, input::FaceCompared, input::PinTries, input::PinEntered,
                 input::PinChecked, input::StaffDecided, input::StaffModeSet, input::CertificateAnswered,
                 input::RegistrationAnswered, input::Enrolled, input::EligibilityAnswered, input::Stored,
                 input::ServiceSilent, input::LimitDue, input::CardLeft, input::PhoneHeld,
                 input::PhoneChecked, input::Parted>;

/// Every possible input, each once: an exploration tries them in each state.
std::vector<Input> alphabet();

/// One line for people: `touched agree_all on consent_all`.
std::string to_string(const Input& input);

}  // namespace uketsuke::conformance
