#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/calendar.h"
#include "base/enum_names.h"
#include "base/error.h"
#include "record/secret.h"
#include "record/words/desk_words.h"
#include "record/words/display_words.h"
#include "record/words/identity_words.h"
#include "record/words/phone_words.h"
#include "scenarios/model/appearance.h"
#include "scenarios/model/network.h"

namespace uketsuke::scenario {

/// What the patient puts into the slot.
UKETSUKE_ENUM(CardInHand,
              own,         ///< their own My Number Card
              other,       ///< an IC card of another kind
              unreadable,  ///< a broken card, or one left in its sleeve
)

UKETSUKE_ENUM(PinChoice, right, wrong)

/// How a patient answers a question.
UKETSUKE_ENUM(Reply,
              agree,    ///< 同意する, 提供する
              refuse,   ///< 同意しない, 提供しない
              nothing,  ///< lets the screen time out
)

namespace step {

/// `insert_card`, `insert_card: other`, `insert_card: { of: suzuki-taro }`
struct InsertCard {
  CardInHand card = CardInHand::own;
  std::optional<std::string> of;  ///< persona who holds the card; none: the patient
};

/// `remove_card`: when the reader asks for it. `remove_card: { at: done }`: as soon as that screen is shown.
/// `remove_card: { after: 2s }`: this long after the step began, on any screen.
struct RemoveCard {
  std::optional<record::Screen> at;
  std::optional<Duration> after;
};

/// `choose: face`, `choose: pin`; `choose: smartphone`, on the idle screen
struct Choose {
  record::Method method{};
};

/// `look_at_camera`, `look_at_camera: other`, `look_at_camera: { wearing: [mask], standing: far }`. Ends when
/// the reader has compared or given up.
struct LookAtCamera {
  Appearance as;
};

/// `camera: unplugged`, `camera: works`: from now on.
struct SetCamera {
  CameraState state{};
};

/// `enter_pin` (right), `enter_pin: wrong`, `enter_pin: "0000"`
struct EnterPin {
  PinChoice choice = PinChoice::right;
  std::optional<record::Secret> digits;
};

/// `answer: { all: agree }`: every consent screen; all at once if the reader offers that. `answer: {
/// medicines: agree, health_checkups: refuse }`: one by one, through 個別に同意する if it is offered. Others:
/// `answer: { limit: agree }`, `answer: { specific_disease: refuse }`, `answer: { registration: agree }`.
struct Answer {
  std::optional<Reply> all;
  std::vector<std::pair<record::Screen, Reply>> each;
};

/// `touch: cancel`: this button, on any screen that shows it.
struct Touch {
  record::Button button{};
};

/// `wait: 5s`
struct Wait {
  Duration duration{};
};

/// `wait_for: done`
struct WaitFor {
  record::Screen screen{};
};

/// `leave_card`: the patient leaves without the card. Ends when the alarm is on.
struct LeaveCard {};

/// `next_patient: suzuki-taro`
struct NextPatient {
  std::string persona;
};

/// `report_lost`: the holder telephones and the certificate is suspended.
struct ReportLost {};

/// `staff_mode: visual_check`, `staff_mode: unattended`
struct SetStaffMode {
  record::StaffMode mode{};
};

/// `visual_check: same`, `visual_check: other`: the decision of staff.
struct DecideVisualCheck {
  bool same_person = true;
};

/// `show_certificate: legacy_certificate`: at the desk, without the reader.
struct ShowCertificate {
  record::Certificate certificate{};
};

/// `network: down`, `network: { lose: answer }`
struct SetNetwork {
  NetworkChange change;
};

/// `service_clock: -2h`: sets the service's clock back, or forward, by this much.
struct ShiftServiceClock {
  Duration by{};
};

/// `choose_phone: iphone`, `choose_phone: android`
struct ChoosePhone {
  record::PhoneKind kind{};
};

/// `hold_phone`, `hold_phone: { unlock: false }`, `hold_phone: { lift_after: 300ms }`, `hold_phone: { of:
/// suzuki-taro }`. Ends when the reader has read the phone or given up.
struct HoldPhone {
  bool unlock = true;                  ///< its owner unlocks it; iPhones only
  std::optional<Duration> lift_after;  ///< removed after this time; none: not before it was read
  std::optional<std::string> of;       ///< persona who owns the phone; none: the patient
};

}  // namespace step

using Action = std::variant<step::InsertCard, step::RemoveCard, step::Choose, step::LookAtCamera,
                            step::EnterPin, step::Answer, step::Touch, step::Wait, step::WaitFor,
                            step::LeaveCard, step::NextPatient, step::ReportLost, step::SetStaffMode,
                            step::DecideVisualCheck, step::ShowCertificate, step::SetNetwork, step::SetCamera,
                            step::ShiftServiceClock, step::ChoosePhone, step::HoldPhone>;

/// One line of a script.
struct Step {
  Action action;
  std::string text;  ///< as written in the scenario, without PIN digits
  Place place;
};

}  // namespace uketsuke::scenario
