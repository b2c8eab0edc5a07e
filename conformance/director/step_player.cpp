#include "conformance/director/step_player.h"

#include <fmt/format.h>

#include <algorithm>

namespace uketsuke::conformance {

using record::Button;
using record::Screen;

namespace {

/// How long a step waits for the device before it fails; longer than any screen stays by itself.
constexpr Duration kPatience = std::chrono::minutes(3);
constexpr Duration kMovement = std::chrono::seconds(20);  // for a card or a hand

}  // namespace

StepPlayer::StepPlayer(const scenario::Case& test_case, dut::DeviceUnderTest& device)
    : test_case_(test_case), device_(device), view_(device.record()), patient_(test_case.patient->id) {}

bool StepPlayer::until(const std::function<bool()>& seen, Duration at_most) {
  if (seen()) return true;
  return device_.advance([&](const record::Event&) { return seen(); }, at_most);
}

bool StepPlayer::until_in_reception(const std::function<bool()>& seen) {
  until([&] { return seen() || view_.over(); }, kPatience);
  return seen();
}

StepPlayer::Failure StepPlayer::never(const std::string& what) {
  const auto& screen = view_.screen();
  return fmt::format("the device never {}; its screen is \"{}\"", what,
                     screen ? std::string(to_name(screen->screen)) : "dark");
}

const scenario::Persona& StepPlayer::persona() const {
  return patient_ == test_case_.patient->id ? *test_case_.patient : *test_case_.others.at(patient_);
}

bool StepPlayer::asks_for_card() {
  const auto& screen = view_.screen();
  return view_.aborted() ||
         (screen && (screen->screen == Screen::done || screen->screen == Screen::take_card));
}

void StepPlayer::touch(Button button) {
  device_.apply(dut::Touch{button});
  // If the screen changes before the touch, nothing is touched; the script continues with the new screen.
  device_.advance(
      [](const record::Event& event) {
        return record::as<record::ButtonTouched>(event) != nullptr ||
               record::as<record::CardRemoved>(event) != nullptr;
      },
      kMovement);
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::InsertCard& step) {
  device_.apply(dut::InsertCard{step.of.value_or(patient_), step.card});
  if (until([&] { return view_.card_in(); }, kMovement)) return std::nullopt;
  return never("took the card");
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::RemoveCard& step) {
  if (step.after) device_.advance([](const record::Event&) { return false; }, *step.after);
  const bool ready = step.after ? true
                     : step.at  ? until_in_reception([&] { return view_.shows(*step.at); })
                                : until([&] { return asks_for_card() || !view_.card_in(); }, kPatience);
  if (!ready)
    return never(step.at ? fmt::format("showed \"{}\"", to_name(*step.at))
                         : "asked for the card to be taken");
  if (!view_.card_in()) return "there is no card in the device";
  device_.apply(dut::RemoveCard{});
  if (until([&] { return !view_.card_in(); }, kMovement)) return std::nullopt;
  return never("let the card go");
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::Choose& step) {
  const Button button = step.method == record::Method::pin          ? Button::pin
                        : step.method == record::Method::smartphone ? Button::smartphone
                                                                    : Button::face;
  if (!until_in_reception([&] { return view_.offers(button); })) {
    return never(fmt::format("offered the choice \"{}\"", to_name(step.method)));
  }
  touch(button);
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::LookAtCamera& step) {
  if (view_.shows(Screen::face_failed)) touch(Button::retry);
  if (!until_in_reception([&] { return view_.shows(Screen::face_guide); }))
    return never("showed \"face_guide\"");
  scenario::Appearance as = step.as;
  if (!as.face) as.face = test_case_.face;
  device_.apply(dut::ShowFace{as});
  const bool judged = device_.advance(
      [&](const record::Event& event) {
        return record::as<record::IdentityConfirmed>(event) != nullptr ||
               record::as<record::IdentityRefused>(event) != nullptr || view_.over();
      },
      kPatience);
  scenario::Appearance empty_desk;
  empty_desk.face = scenario::Face::none;
  device_.apply(dut::ShowFace{empty_desk});  // stepping aside makes the next look a new one
  if (!judged) return never("compared the face");
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::EnterPin& step) {
  const auto can_type = [&] { return view_.shows(Screen::enter_pin); };
  const auto again = [&] { return view_.shows(Screen::pin_wrong) || view_.shows(Screen::phone_failed); };
  until_in_reception([&] { return can_type() || again(); });
  if (again()) touch(Button::retry);
  if (!until_in_reception(can_type)) return never("showed \"enter_pin\"");
  record::Secret pin;
  if (step.digits) {
    pin = *step.digits;
  } else {
    const record::Secret* right_pin = view_.by_phone() ? persona().phone ? &persona().phone->pin : nullptr
                                      : persona().card ? &persona().card->pin
                                                       : nullptr;
    if (right_pin == nullptr || right_pin->empty()) return fmt::format("{} has no PIN to type", patient_);
    std::string digits(right_pin->reveal());
    if (step.choice == scenario::PinChoice::wrong)
      digits[0] = digits[0] == '9' ? '0' : static_cast<char>(digits[0] + 1);
    pin = record::Secret(digits);
  }
  device_.apply(dut::EnterPin{pin});
  const bool checked = device_.advance(
      [&](const record::Event& event) {
        // A phone's digits are checked when it is held.
        return record::as<record::PinChecked>(event) != nullptr || view_.shows(Screen::hold_phone) ||
               view_.over();
      },
      kPatience);
  if (!checked) return never("checked the PIN");
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::Touch& step) {
  if (!until_in_reception([&] { return view_.offers(step.button); })) {
    return never(fmt::format("showed a button \"{}\"", to_name(step.button)));
  }
  touch(step.button);
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::Wait& step) {
  device_.advance([](const record::Event&) { return false; }, step.duration);
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::WaitFor& step) {
  if (until([&] { return view_.shows(step.screen); }, kPatience)) return std::nullopt;
  return never(fmt::format("showed \"{}\"", to_name(step.screen)));
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::LeaveCard&) {
  // Not a failure if no alarm comes: whether it must come is a requirement with its own checker.
  until([&] { return view_.alarm() || !view_.card_in(); }, kPatience);
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::NextPatient& step) {
  clear_up();
  patient_ = step.persona;
  device_.apply(dut::Arrive{step.persona});
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::ReportLost&) {
  device_.apply(dut::ReportLost{patient_});
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::SetStaffMode& step) {
  device_.apply(dut::SetStaffMode{step.mode});
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::DecideVisualCheck& step) {
  if (!until_in_reception([&] { return view_.shows(Screen::visual_check); }))
    return never("showed \"visual_check\"");
  device_.apply(dut::DecideVisualCheck{step.same_person});
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::ShowCertificate& step) {
  device_.apply(dut::ShowCertificate{step.certificate});
  const bool decided = device_.advance(
      [](const record::Event& event) { return record::as<record::DeskDecided>(event) != nullptr; },
      kPatience);
  if (decided) return std::nullopt;
  return "the desk never decided about the paper";
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::SetCamera& step) {
  device_.apply(dut::SetCamera{step.state});
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::ChoosePhone& step) {
  return perform(
      scenario::step::Touch{step.kind == record::PhoneKind::iphone ? Button::iphone : Button::android});
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::HoldPhone& step) {
  until_in_reception([&] { return view_.shows(Screen::hold_phone) || view_.shows(Screen::phone_failed); });
  if (view_.shows(Screen::phone_failed)) touch(Button::retry);
  if (!until_in_reception([&] { return view_.shows(Screen::hold_phone); }))
    return never("showed \"hold_phone\"");
  device_.apply(dut::HoldPhone{step.of.value_or(patient_), step.unlock, step.lift_after});
  const bool read = device_.advance(
      [&](const record::Event& event) {
        return record::as<record::PhoneChecked>(event) != nullptr || view_.over();
      },
      kPatience);
  if (!read) return never("read the phone");
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::SetNetwork& step) {
  device_.apply(dut::SetNetwork{step.change});
  return std::nullopt;
}

StepPlayer::Failure StepPlayer::perform(const scenario::step::ShiftServiceClock& step) {
  device_.apply(dut::ShiftServiceClock{step.by});
  return std::nullopt;
}

void StepPlayer::clear_up() {
  if (view_.card_in()) {
    until([&] { return asks_for_card() || !view_.card_in(); }, kPatience);
    if (view_.card_in()) {
      device_.apply(dut::RemoveCard{});
      until([&] { return !view_.card_in(); }, kMovement);
    }
  }
  until([&] { return view_.idle(); }, kPatience);
}

}  // namespace uketsuke::conformance
