#include "crosscheck/firmware_world.h"

#include <fmt/format.h>

#include <algorithm>
#include <type_traits>

#include "base/overloaded.h"

namespace uketsuke::crosscheck {

using namespace record;
using Kind = WorldEvent::Kind;

namespace {

constexpr std::int64_t kNumberTries = 10;
constexpr std::int64_t kPhotoBytes = 6000;
constexpr std::int64_t kPinDigits = 4;

template <class Enum>
std::vector<WorldEvent> one_of_each(Kind kind) {
  std::vector<WorldEvent> all;
  for (const auto& [value, name] : enum_names(Enum{})) all.push_back({kind, static_cast<int>(value)});
  return all;
}

}  // namespace

FirmwareWorld::FirmwareWorld(reader::FlowSettings settings, const conformance::CardTraits& card,
                             Limits limits, std::optional<reader::Defect> defect)
    : flow_(std::move(settings)),
      card_(card),
      defect_(defect),
      pin_tries_most_(limits.pin_tries),
      pin_tries_(limits.pin_tries),
      print_readings_(limits.print_readings),
      buttons_(flow_.idle_buttons()) {}

std::vector<WorldEvent> FirmwareWorld::awaited() const {
  std::vector<WorldEvent> all;
  const auto add = [&all](std::vector<WorldEvent> more) { all.insert(all.end(), more.begin(), more.end()); };
  switch (awaits_) {
    case Awaits::nothing:
      break;
    case Awaits::card_kind:
      all.push_back({Kind::card_identified});
      break;
    case Awaits::face_preparation:
      add({{Kind::number_wrong}, {Kind::number_blocked}});
      if (card_.has_photo) all.push_back({Kind::not_genuine});
      all.push_back({!card_.has_photo      ? Kind::no_photo
                     : !card_.photo_usable ? Kind::photo_unusable
                                           : Kind::face_ready});
      break;
    case Awaits::face:
      add({{Kind::face_judged, static_cast<int>(FaceResult::match)},
           {Kind::face_judged, static_cast<int>(FaceResult::no_match)},
           {Kind::face_judged, static_cast<int>(FaceResult::not_live)},
           {Kind::camera_fails}});
      break;
    case Awaits::pin_tries:
      all.push_back({Kind::pin_tries_told});
      break;
    case Awaits::pin_check:
      add({{Kind::pin_right}, {Kind::pin_wrong}});
      break;
    case Awaits::certificate:
      add(one_of_each<CertificateStatus>(Kind::certificate));
      break;
    case Awaits::registration:
      add({{Kind::registration, 0}, {Kind::registration, 1}});
      break;
    case Awaits::enrolment:
      all.push_back({Kind::enrolled});
      break;
    case Awaits::eligibility:
      add(one_of_each<Validity>(Kind::eligibility));
      add(one_of_each<Validity>(Kind::eligibility_of_holder));
      break;
    case Awaits::storing:
      all.push_back({Kind::stored});
      break;
    case Awaits::phone:
      return phone_checks();
  }
  return all;
}

/// The possible results of checking any phone. Its remaining tries are not modelled, so every number of them
/// is explored.
std::vector<WorldEvent> FirmwareWorld::phone_checks() const {
  std::vector<WorldEvent> all;
  for (const WorldEvent& check : one_of_each<PhoneCheck>(Kind::phone_checked)) {
    const auto result = static_cast<PhoneCheck>(check.value);
    const bool of_digits = result == PhoneCheck::wrong || result == PhoneCheck::blocked;
    const bool of_unlocking = result == PhoneCheck::not_unlocked;
    if ((of_digits && phone_ != PhoneKind::android) || (of_unlocking && phone_ != PhoneKind::iphone))
      continue;
    all.push_back(check);
  }
  if (phone_ == PhoneKind::android) all.push_back({Kind::phone_locks});
  return all;
}

std::vector<WorldEvent> FirmwareWorld::possible() const {
  std::vector<WorldEvent> all;
  const auto add = [&all](std::vector<WorldEvent> more) { all.insert(all.end(), more.begin(), more.end()); };
  if (!card_in_) {
    // A card inserted while the previous one is being processed waits for the reader; during a reception by
    // phone the slot is closed.
    if (flow_.stage() == reader::Stage::idle) {
      add(one_of_each<CardKind>(Kind::card_in));
      for (const WorldEvent& mode : one_of_each<StaffMode>(Kind::staff_mode)) {
        if (static_cast<StaffMode>(mode.value) != staff_) all.push_back(mode);
      }
    }
  } else {
    all.push_back({Kind::card_out});
  }
  for (const Button button : buttons_) all.push_back({Kind::touch, static_cast<int>(button)});
  if (screen_ == Screen::visual_check) add({{Kind::staff_decides, 0}, {Kind::staff_decides, 1}});
  if (screen_ == Screen::enter_pin && flow_.stage() == reader::Stage::typing_pin)
    all.push_back({Kind::pin_typed});
  if (screen_ == Screen::enter_pin && flow_.stage() == reader::Stage::phone_pin)
    all.push_back({Kind::phone_pin_typed});
  if (screen_ == Screen::hold_phone && flow_.stage() == reader::Stage::phone_hold)
    all.push_back({Kind::phone_held});
  add(awaited());
  // Timers come last, so that among paths of equal length the search prefers those that a script can follow.
  if (timer_) all.push_back({Kind::timer, static_cast<int>(*timer_)});
  return all;
}

void FirmwareWorld::hold(WipedItem item) {
  if (std::find(held_.begin(), held_.end(), item) == held_.end()) held_.push_back(item);
}

void FirmwareWorld::prepare_face(const WorldEvent& event, const Tell& tell) {
  hold(WipedItem::card_face_number);
  awaits_ = Awaits::nothing;
  if (event.kind == Kind::number_blocked) {
    tell(CardFaceNumberChecked{SecretCheck::blocked, 0});
    return give(reader::input::FaceImpossible{Refusal::number_locked}, tell);
  }
  if (event.kind == Kind::number_wrong) {
    tell(CardFaceNumberChecked{SecretCheck::wrong, kNumberTries - 1});
    if (++misread_ >= print_readings_)
      return give(reader::input::FaceImpossible{Refusal::number_misread}, tell);
    awaits_ = Awaits::face_preparation;
    return;
  }
  tell(CardFaceNumberChecked{SecretCheck::accepted, kNumberTries});
  if (event.kind == Kind::no_photo) return give(reader::input::FaceImpossible{Refusal::no_photo}, tell);
  hold(WipedItem::photo);
  tell(PhotoRead{kPhotoBytes});
  if (event.kind == Kind::not_genuine) return give(reader::input::FaceImpossible{Refusal::not_genuine}, tell);
  if (event.kind == Kind::photo_unusable)
    return give(reader::input::FaceImpossible{Refusal::photo_unusable}, tell);
  give(reader::input::FaceReady{}, tell);
}

void FirmwareWorld::check_pin(bool right, const Tell& tell) {
  SecretCheck result = SecretCheck::accepted;
  if (pin_tries_ == 0) {
    result = SecretCheck::blocked;
  } else if (right) {
    pin_tries_ = pin_tries_most_;
  } else {
    --pin_tries_;
    result = SecretCheck::wrong;
  }
  awaits_ = Awaits::nothing;
  tell(PinChecked{result, pin_tries_});
  give(reader::input::PinChecked{result, pin_tries_}, tell);
}

void FirmwareWorld::check_phone(PhoneCheck result, int tries_left, const Tell& tell) {
  awaits_ = Awaits::nothing;
  PhoneChecked checked{result, std::nullopt};
  if (result == PhoneCheck::wrong || result == PhoneCheck::blocked) checked.tries_left = tries_left;
  if (result == PhoneCheck::accepted) hold(WipedItem::certificate);
  phone_ = PhoneKind::iphone;  // the kind that was read makes no further difference
  tell(checked);
  give(reader::input::PhoneChecked{result, static_cast<int>(checked.tries_left.value_or(-1))}, tell);
}

/// Stores consents in the service's order: answers first, then what the site receives.
void FirmwareWorld::store(const Tell& tell) {
  awaits_ = Awaits::nothing;
  for (const auto& [category, given] : answers_) {
    ConsentRecorded consent{kHolder, category, given, std::nullopt, std::nullopt};
    if (given) {
      consent.consent_time = "20241007090000";
      consent.available_time = "20241008090000";
    }
    tell(consent);
  }
  for (const Category category : automatic_) tell(DataReleased{kHolder, category, true});
  for (const auto& [category, given] : answers_) {
    if (given) tell(DataReleased{kHolder, category, true});
  }
  if (prescription_) tell(PrescriptionFormChosen{kHolder, *prescription_});
  give(reader::input::OrderDone{}, tell);
}

void FirmwareWorld::apply(const WorldEvent& h, const Tell& tell) {
  switch (h.kind) {
    case Kind::card_in:
      card_in_ = true;
      inserted_ = static_cast<CardKind>(h.value);
      tell(
          CardInserted{inserted_ == CardKind::individual_number ? kHolder : std::string(to_name(inserted_))});
      return give(reader::input::CardIn{}, tell);
    case Kind::card_out:
      card_in_ = false;
      tell(CardRemoved{});
      return give(reader::input::CardOut{}, tell);
    case Kind::touch: {
      const auto button = static_cast<Button>(h.value);
      tell(ButtonTouched{screen_, button});
      return give(reader::input::Touched{button}, tell);
    }
    case Kind::timer: {
      const reader::TimerPurpose purpose = *timer_;
      timer_.reset();
      if (purpose == reader::TimerPurpose::face)
        hold(WipedItem::probe);  // the firmware keeps pictures even if they show no person
      return give(reader::input::TimedOut{purpose}, tell);
    }
    case Kind::staff_mode:
      staff_ = static_cast<StaffMode>(h.value);
      flow_.set_staff_mode(staff_);
      return tell(StaffModeChanged{staff_});
    case Kind::staff_decides:
      tell(VisualCheckDecided{h.value != 0});
      return give(reader::input::VisualCheckDecided{h.value != 0}, tell);
    case Kind::pin_typed:
      hold(WipedItem::pin);
      tell(PinEntered{kPinDigits});
      return give(reader::input::PinTyped{}, tell);
    case Kind::phone_pin_typed:
      hold(WipedItem::pin);
      tell(PinEntered{kPinDigits});
      return give(reader::input::PinTyped{}, tell);
    case Kind::phone_held:
      tell(PhoneHeld{kHolder, phone_});
      return give(reader::input::PhoneHeld{}, tell);
    default:
      return card_answers(h, tell);
  }
}

void FirmwareWorld::card_answers(const WorldEvent& h, const Tell& tell) {
  switch (h.kind) {
    case Kind::card_identified:
      awaits_ = Awaits::nothing;
      if (inserted_ != CardKind::unreadable) tell(CardRead{inserted_});
      return give(reader::input::CardIdentified{inserted_}, tell);
    case Kind::face_ready:
    case Kind::number_wrong:
    case Kind::number_blocked:
    case Kind::no_photo:
    case Kind::photo_unusable:
    case Kind::not_genuine:
      return prepare_face(h, tell);
    case Kind::face_judged: {
      awaits_ = Awaits::nothing;
      hold(WipedItem::probe);
      const auto result = static_cast<FaceResult>(h.value);
      tell(FaceCompared{result});
      return give(reader::input::FaceJudged{result}, tell);
    }
    case Kind::camera_fails:
      awaits_ = Awaits::nothing;
      tell(CameraFailed{CameraTrouble::silent});
      return give(reader::input::FaceImpossible{Refusal::camera_failed}, tell);
    case Kind::pin_tries_told:
      awaits_ = Awaits::nothing;
      return give(reader::input::PinTries{card_.has_pin ? pin_tries_ : 0}, tell);
    case Kind::pin_right:
    case Kind::pin_wrong:
      return check_pin(h.kind == Kind::pin_right, tell);
    case Kind::phone_checked:
      return check_phone(static_cast<PhoneCheck>(h.value),
                         static_cast<PhoneCheck>(h.value) == PhoneCheck::wrong ? 1 : 0, tell);
    case Kind::phone_locks:
      return check_phone(PhoneCheck::wrong, 0, tell);
    default:
      return service_answers(h, tell);
  }
}

void FirmwareWorld::service_answers(const WorldEvent& h, const Tell& tell) {
  switch (h.kind) {
    case Kind::certificate: {
      awaits_ = Awaits::nothing;
      const auto status = static_cast<CertificateStatus>(h.value);
      tell(CertificateChecked{kHolder, status});
      return give(reader::input::CertificateAnswer{status}, tell);
    }
    case Kind::registration:
      awaits_ = Awaits::nothing;
      tell(RegistrationChecked{kHolder, h.value != 0});
      return give(reader::input::RegistrationAnswer{h.value != 0}, tell);
    case Kind::enrolled:
      awaits_ = Awaits::nothing;
      tell(Registered{kHolder});
      return give(reader::input::OrderDone{}, tell);
    case Kind::eligibility:
    case Kind::eligibility_of_holder: {
      awaits_ = Awaits::nothing;
      const auto validity = static_cast<Validity>(h.value);
      const bool disease = h.kind == Kind::eligibility_of_holder;
      tell(EligibilityAnswered{kHolder, validity, "", disease});
      return give(reader::input::EligibilityAnswer{validity, disease}, tell);
    }
    case Kind::stored:
      return store(tell);
    default:
      break;  // there are no other kinds
  }
}

void FirmwareWorld::give(const reader::Input& input, const Tell& tell) {
  reader::Input changed = input;
  const reader::Tampering tampering = defect_ ? reader::tampering(*defect_) : reader::Tampering{};
  if (tampering.input) tampering.input(changed);
  reader::Actions actions = flow_.handle(changed);
  if (tampering.actions) tampering.actions(actions);
  for (const reader::Action& action : actions) carry_out(action, tell);
}

void FirmwareWorld::show(const reader::action::Show& screen, const Tell& tell) {
  screen_ = screen.screen;
  buttons_ = screen.buttons;
  ScreenShown shown{};
  shown.screen = screen.screen;
  for (const Button button : screen.buttons) shown.buttons.push_back({button, {}});
  tell(shown);
}

void FirmwareWorld::order(const reader::action::SendConsents& consents) {
  answers_ = consents.answers;
  automatic_ = consents.automatic;
  prescription_ = consents.prescription;
  awaits_ = Awaits::storing;
}

void FirmwareWorld::wipe(const Tell& tell) {
  tell(Wiped{held_});
  held_.clear();
  answers_.clear();
  automatic_.clear();
  prescription_.reset();
  awaits_ = Awaits::nothing;
}

void FirmwareWorld::carry_out(const reader::Action& action, const Tell& tell) {
  namespace act = reader::action;
  std::visit(Overloaded{
                 [&](const act::Show& screen) { show(screen, tell); },
                 [&](const act::SetTimer& timer) { timer_ = timer.purpose; },
                 [&](const act::StopTimer&) { timer_.reset(); },
                 [&](const act::NoteTimeOut&) { tell(ScreenTimedOut{screen_}); },
                 [&](const act::IdentifyCard&) { awaits_ = Awaits::card_kind; },
                 [&](const act::PrepareFace&) {
                   awaits_ = Awaits::face_preparation;
                   misread_ = 0;
                 },
                 [&](const act::WatchFace&) { awaits_ = Awaits::face; },
                 [&](const act::StopWatching&) {
                   if (awaits_ == Awaits::face) awaits_ = Awaits::nothing;
                 },
                 [&](const act::AskPinTries&) { awaits_ = Awaits::pin_tries; },
                 [&](const act::CheckPin&) { awaits_ = Awaits::pin_check; },
                 [&](const act::Confirm& confirm) { tell(IdentityConfirmed{confirm.method}); },
                 [&](const act::Refuse& refuse) {
                   tell(IdentityRefused{refuse.method, refuse.reason});
                 },
                 [&](const act::AskCertificate&) {
                   hold(WipedItem::certificate);
                   awaits_ = Awaits::certificate;
                 },
                 [&](const act::AskRegistration&) { awaits_ = Awaits::registration; },
                 [&](const act::OrderRegistration&) { awaits_ = Awaits::enrolment; },
                 [&](const act::AskEligibility&) { awaits_ = Awaits::eligibility; },
                 [&](const act::SendConsents& consents) { order(consents); },
                 [&](const act::NoteServiceSilent&) {
                   awaits_ = Awaits::nothing;
                   tell(ServiceTimedOut{});
                 },
                 [&](const act::Complete&) { tell(ReceptionCompleted{}); },
                 [&](const act::Abort& abort) { tell(ReceptionAborted{abort.reason}); },
                 [&](const act::Alarm& alarm) {
                   if (alarm_ != alarm.on) tell(CardLeftAlarm{alarm.on});
                   alarm_ = alarm.on;
                 },
                 [&](const act::SetLamp&) {},
                 [&](const act::Wipe&) { wipe(tell); },
                 [&](const act::BecomeIdle&) { tell(ReaderIdle{}); },
                 [&](const act::CloseSlot&) {},
                 [&](const act::OpenSlot&) {},
                 [&](const act::ReadPhone& read) {
                   phone_ = read.kind;
                   awaits_ = Awaits::phone;
                 },
             },
             action);
}

std::string FirmwareWorld::fingerprint() const {
  std::string bytes = flow_.fingerprint();
  const auto put = [&bytes](auto value) {
    if constexpr (std::is_enum_v<decltype(value)>) static_assert(kEnumCount<decltype(value)> <= 256);
    bytes += static_cast<char>(value);
  };
  constexpr int kNoTimer = 99;
  static_assert(kEnumCount<reader::TimerPurpose> <= kNoTimer);
  for (const int value :
       {pin_tries_, misread_, static_cast<int>(inserted_), static_cast<int>(staff_),
        static_cast<int>(card_in_), static_cast<int>(alarm_), static_cast<int>(awaits_),
        static_cast<int>(phone_), timer_ ? static_cast<int>(*timer_) : kNoTimer, static_cast<int>(screen_)})
    put(value);
  static_assert(kEnumCount<WipedItem> <= 8, "the set of them is put in one byte");
  unsigned held = 0;
  for (const WipedItem item : held_) held |= 1U << static_cast<unsigned>(item);
  put(held);
  for (const auto& [category, given] : answers_) {
    put(category);
    put(given);
  }
  put(prescription_ ? static_cast<int>(*prescription_) : -1);
  return bytes;
}

}  // namespace uketsuke::crosscheck
