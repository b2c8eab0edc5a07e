#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/calendar.h"
#include "base/text.h"
#include "reports/record/vocabulary.h"

namespace uketsuke::record {

// What can happen in a run. An event names its kind and lists its fields once; writer, reader, schema and
// equality follow from that. A field of type Secret does not exist: what an event carries may be shown to
// anybody.

/// A button as drawn: what it does and what it says.
struct ButtonShown {
  Button button{};
  Text label;
};

// ---- the harness ----

/// The next step of the script begins. `step` is the step as the scenario wrote it, secrets left out.
struct StepStarted {
  static constexpr std::string_view kKind = "step_started";
  std::int64_t index = 0;  ///< counts from 1
  std::string step;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("index", self.index);
    visit("step", self.step);
  }
};

/// A step could not be done: the device never offered what it needs.
struct StepFailed {
  static constexpr std::string_view kKind = "step_failed";
  std::int64_t index = 0;
  std::string step;
  std::string reason;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("index", self.index);
    visit("step", self.step);
    visit("reason", self.reason);
  }
};

// ---- patient, card and slot ----

/// Another patient stands before the reader; `patient` is a pseudonym, the persona's name.
struct PatientArrived {
  static constexpr std::string_view kKind = "patient_arrived";
  std::string patient;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
  }
};

/// A card lies in the slot. `card` is the pseudonym of its holder, or a word for a card that is nobody's.
struct CardInserted {
  static constexpr std::string_view kKind = "card_inserted";
  std::string card;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("card", self.card);
  }
};

struct CardRemoved {
  static constexpr std::string_view kKind = "card_removed";
  template <class Self, class Visit>
  static void fields(Self&, Visit&&) {}
};

/// The reader knows what kind of card it has.
struct CardRead {
  static constexpr std::string_view kKind = "card_read";
  CardKind card_kind{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("card_kind", self.card_kind);
  }
};

/// One command to the chip and its answer, without data that is secret or personal: the header says what was
/// asked.
struct Apdu {
  static constexpr std::string_view kKind = "apdu";
  std::string command;        ///< header in hexadecimal: CLA INS P1 P2
  std::string name;           ///< VERIFY, READ BINARY, …
  std::int64_t sent = 0;      ///< bytes of command data
  std::int64_t received = 0;  ///< bytes of answer data
  std::string status;         ///< SW1 SW2 in hexadecimal; empty where the card was gone before it answered
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("command", self.command);
    visit("name", self.name);
    visit("sent", self.sent);
    visit("received", self.received);
    visit("status", self.status);
  }
};

// ---- display and touch ----

struct ScreenShown {
  static constexpr std::string_view kKind = "screen_shown";
  Screen screen{};
  Text title;
  Text text;
  std::vector<ButtonShown> buttons;
  std::string code;  ///< the error number shown, `006`; empty where there is none
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("screen", self.screen);
    visit("title", self.title);
    visit("text", self.text);
    visit("buttons", self.buttons);
    visit("code", self.code);
  }
};

/// Nobody answered a screen within its time.
struct ScreenTimedOut {
  static constexpr std::string_view kKind = "screen_timed_out";
  Screen screen{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("screen", self.screen);
  }
};

struct ButtonTouched {
  static constexpr std::string_view kKind = "button_touched";
  Screen screen{};
  Button button{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("screen", self.screen);
    visit("button", self.button);
  }
};

struct Lamp {
  static constexpr std::string_view kKind = "lamp";
  LampColor color{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("color", self.color);
  }
};

/// The reader calls for somebody to take the card that still lies in it, or stops calling.
struct CardLeftAlarm {
  static constexpr std::string_view kKind = "card_left_alarm";
  bool on = false;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("on", self.on);
  }
};

// ---- identity ----

/// A PIN was typed; how many digits, never which.
struct PinEntered {
  static constexpr std::string_view kKind = "pin_entered";
  std::int64_t digits = 0;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("digits", self.digits);
  }
};

/// The chip's answer to the PIN of the authentication key (利用者証明用, JPKI application).
struct PinChecked {
  static constexpr std::string_view kKind = "pin_checked";
  SecretCheck result{};
  std::int64_t tries_left = 0;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("result", self.result);
    visit("tries_left", self.tries_left);
  }
};

/// The chip's answer to 照合番号B, which the reader read from the print on the card.
struct CardFaceNumberChecked {
  static constexpr std::string_view kKind = "card_face_number_checked";
  SecretCheck result{};
  std::int64_t tries_left = 0;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("result", self.result);
    visit("tries_left", self.tries_left);
  }
};

/// The reader has the photo out of the chip.
struct PhotoRead {
  static constexpr std::string_view kKind = "photo_read";
  std::int64_t bytes = 0;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("bytes", self.bytes);
  }
};

/// The camera delivered the picture that will be compared.
struct FrameCaptured {
  static constexpr std::string_view kKind = "frame_captured";
  std::int64_t frame = 0;  ///< number of the frame since the camera was started
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("frame", self.frame);
  }
};

struct FaceCompared {
  static constexpr std::string_view kKind = "face_compared";
  FaceResult result{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("result", self.result);
  }
};

/// The device takes the holder of the card to be the patient.
struct IdentityConfirmed {
  static constexpr std::string_view kKind = "identity_confirmed";
  Method method{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("method", self.method);
  }
};

/// One way of identification failed; others may be left.
struct IdentityRefused {
  static constexpr std::string_view kKind = "identity_refused";
  Method method{};
  Refusal reason{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("method", self.method);
    visit("reason", self.reason);
  }
};

// ---- certificate, registration, eligibility ----

struct CertificateChecked {
  static constexpr std::string_view kKind = "certificate_checked";
  std::string patient;  ///< pseudonym of the holder; empty where the service knows nobody
  CertificateStatus status{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("status", self.status);
  }
};

/// Whether the card is registered for use as insurance card (利用登録).
struct RegistrationChecked {
  static constexpr std::string_view kKind = "registration_checked";
  std::string patient;
  bool registered = false;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("registered", self.registered);
  }
};

struct Registered {
  static constexpr std::string_view kKind = "registered";
  std::string patient;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
  }
};

struct EligibilityAnswered {
  static constexpr std::string_view kKind = "eligibility_answered";
  std::string patient;
  Validity validity{};
  std::string insurer;  ///< insurer number of the insurance that is in force; empty where there is none
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("validity", self.validity);
    visit("insurer", self.insurer);
  }
};

/// A request got no answer within the reader's patience.
struct ServiceTimedOut {
  static constexpr std::string_view kKind = "service_timed_out";
  std::string request;  ///< certificate, registration, eligibility, consent
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("request", self.request);
  }
};

// ---- consent and release ----

/// The service stored what the patient said about one category. Times are `yyyyMMddHHmmss`, Japan; absent
/// where not given.
struct ConsentRecorded {
  static constexpr std::string_view kKind = "consent_recorded";
  std::string patient;
  Category category{};
  bool given = false;
  std::optional<std::string> consent_time;
  std::optional<std::string> available_time;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("category", self.category);
    visit("given", self.given);
    visit("consent_time", self.consent_time);
    visit("available_time", self.available_time);
  }
};

/// Information went to the doctor or pharmacist.
struct DataReleased {
  static constexpr std::string_view kKind = "data_released";
  std::string patient;
  Category category{};
  bool any = true;  ///< whether there was anything to release: under 40 there is no health check
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
    visit("category", self.category);
    visit("any", self.any);
  }
};

// ---- the reception ----

/// 受付完了
struct ReceptionCompleted {
  static constexpr std::string_view kKind = "reception_completed";
  template <class Self, class Visit>
  static void fields(Self&, Visit&&) {}
};

struct ReceptionAborted {
  static constexpr std::string_view kKind = "reception_aborted";
  AbortReason reason{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("reason", self.reason);
  }
};

/// The reader forgot these items of the reception that ends.
struct Wiped {
  static constexpr std::string_view kKind = "wiped";
  std::vector<WipedItem> items;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("items", self.items);
  }
};

/// The reader waits for the next card.
struct ReaderIdle {
  static constexpr std::string_view kKind = "reader_idle";
  template <class Self, class Visit>
  static void fields(Self&, Visit&&) {}
};

// ---- staff and desk ----

struct StaffModeChanged {
  static constexpr std::string_view kKind = "staff_mode_changed";
  StaffMode mode{};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("mode", self.mode);
  }
};

/// A member of staff compared card and person.
struct VisualCheckDecided {
  static constexpr std::string_view kKind = "visual_check_decided";
  bool same_person = false;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("same_person", self.same_person);
  }
};

/// The patient showed this at the desk.
struct CertificateShown {
  static constexpr std::string_view kKind = "certificate_shown";
  Certificate certificate{};
  std::string valid_until;  ///< `2025-12-01`; empty where it has no such date
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("certificate", self.certificate);
    visit("valid_until", self.valid_until);
  }
};

struct DeskDecided {
  static constexpr std::string_view kKind = "desk_decided";
  DeskDecision decision{};
  Text reason;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("decision", self.decision);
    visit("reason", self.reason);
  }
};

/// The holder telephoned; the authentication certificate is stopped (一時停止) from now on.
struct CardSuspended {
  static constexpr std::string_view kKind = "card_suspended";
  std::string patient;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("patient", self.patient);
  }
};

using Payload =
    std::variant<StepStarted, StepFailed, PatientArrived, CardInserted, CardRemoved, CardRead, Apdu,
                 ScreenShown, ScreenTimedOut, ButtonTouched, Lamp, CardLeftAlarm, PinEntered, PinChecked,
                 CardFaceNumberChecked, PhotoRead, FrameCaptured, FaceCompared, IdentityConfirmed,
                 IdentityRefused, CertificateChecked, RegistrationChecked, Registered, EligibilityAnswered,
                 ServiceTimedOut, ConsentRecorded, DataReleased, ReceptionCompleted, ReceptionAborted, Wiped,
                 ReaderIdle, StaffModeChanged, VisualCheckDecided, CertificateShown, DeskDecided,
                 CardSuspended>;

/// One thing that happened.
struct Event {
  Duration time{};             ///< since the case began
  std::uint64_t sequence = 0;  ///< counts from 0, without gaps
  Source source{};
  Payload payload;
};

/// The event's kind as it stands in the record.
std::string_view kind_of(const Event& event);

/// The payload if the event is of this kind, else null.
template <class Kind>
const Kind* as(const Event& event) {
  return std::get_if<Kind>(&event.payload);
}

}  // namespace uketsuke::record
