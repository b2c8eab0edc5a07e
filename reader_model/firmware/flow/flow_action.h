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

// The flow's actions. The firmware carries out a list of them in order.
namespace action {

struct Show {
  record::Screen screen{};
  std::vector<record::Button> buttons;
  int tries_left = -1;    ///< to be shown on the screen; -1: not shown
  bool by_phone = false;  ///< with the text for a reception without a card, if the screen has one
};
struct SetTimer {
  TimerPurpose purpose{};
};
struct StopTimer {};
struct NoteTimeOut {};  ///< the screen that is shown was not answered in time

struct IdentifyCard {};
struct PrepareFace {
};  ///< reads the photo and checks that the card is genuine; answered by FaceReady or FaceImpossible
struct WatchFace {};  ///< switches the camera on; answered by FaceJudged
struct StopWatching {};
struct AskPinTries {};  ///< answered by PinTries
struct CheckPin {};     ///< checks the digits that were typed; answered by PinChecked

struct CloseSlot {};  ///< the slot takes no card
struct OpenSlot {};
struct ReadPhone {  ///< answered by PhoneChecked
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
