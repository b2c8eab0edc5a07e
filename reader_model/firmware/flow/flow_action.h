#pragma once

#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "reader_model/firmware/flow/flow_input.h"
#include "record/words/consent_words.h"
#include "record/words/display_words.h"
#include "record/words/identity_words.h"
#include "record/words/phone_words.h"
#include "record/words/reception_words.h"

namespace uketsuke::reader {

// What the flow orders. The firmware carries out a list of these in order.
namespace action {

struct Show {
  record::Screen screen{};
  std::vector<record::Button> buttons;
  int tries_left = -1;    ///< to be said on the screen; -1: nothing to say
  bool by_phone = false;  ///< in the words for a reception without a card, where the screen has them
};
struct SetTimer {
  TimerPurpose purpose{};
};
struct StopTimer {};
struct NoteTimeOut {};  ///< nobody answered the screen that is shown

struct IdentifyCard {};
struct PrepareFace {};  ///< photo, genuineness; answers FaceReady or FaceImpossible
struct WatchFace {};    ///< camera on; answers FaceJudged
struct StopWatching {};
struct AskPinTries {};  ///< answers PinTries
struct CheckPin {};     ///< what was typed; answers PinChecked

struct CloseSlot {};  ///< no card goes in
struct OpenSlot {};
struct ReadPhone {  ///< answers PhoneChecked
  record::PhoneKind kind{};
};

struct Confirm {
  record::Method method{};
};
struct Refuse {
  record::Method method{};
  record::Refusal reason{};
};

struct AskCertificate {};
struct AskRegistration {};
struct OrderRegistration {};
struct AskEligibility {};
struct SendConsents {
  std::vector<std::pair<record::Category, bool>> answers;
  std::vector<record::Category> automatic;
  std::optional<record::PrescriptionForm> prescription;  ///< none: not asked
};
struct NoteServiceSilent {};

struct Complete {};
struct Abort {
  record::AbortReason reason{};
};
struct Alarm {
  bool on = false;
};
struct SetLamp {
  record::LampColor color{};
};
struct Wipe {};  ///< everything that belongs to the reception
struct BecomeIdle {};

}  // namespace action

using Action =
    std::variant<action::Show, action::SetTimer, action::StopTimer, action::NoteTimeOut, action::IdentifyCard,
                 action::PrepareFace, action::WatchFace, action::StopWatching, action::AskPinTries,
                 action::CheckPin, action::Confirm, action::Refuse, action::AskCertificate,
                 action::AskRegistration, action::OrderRegistration, action::AskEligibility,
                 action::SendConsents, action::NoteServiceSilent, action::Complete, action::Abort,
                 action::Alarm, action::SetLamp, action::Wipe, action::BecomeIdle, action::CloseSlot,
                 action::OpenSlot, action::ReadPhone>;

using Actions = std::vector<Action>;

}  // namespace uketsuke::reader
