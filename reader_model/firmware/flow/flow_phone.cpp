// Steps S1 to S4 of docs/reception-flow.md: a smartphone instead of the card.

#include "reader_model/firmware/flow/flow.h"

namespace uketsuke::reader {

using record::Button;
using record::Method;
using record::PhoneCheck;
using record::PhoneKind;
using record::Refusal;
using record::Screen;

std::vector<Button> Flow::idle_buttons() const {
  if (!settings_.smartphone) return {};
  return {Button::smartphone};
}

void Flow::on_phone(const Input& input, Actions& out) {
  if (const auto* touched = std::get_if<input::Touched>(&input)) {
    switch (stage_) {
      case Stage::idle:
        if (touched->button != Button::smartphone || !settings_.smartphone) return;
        reception_ = {};
        reception_.by_phone = true;
        out.emplace_back(action::CloseSlot{});
        out.emplace_back(action::SetLamp{record::LampColor::blue});
        return ask_phone_kind(out);
      case Stage::phone_kind:
        if (touched->button == Button::iphone) reception_.phone = PhoneKind::iphone;
        if (touched->button == Button::android) reception_.phone = PhoneKind::android;
        return ask_phone(out);
      case Stage::phone_pin_wrong:
      case Stage::phone_failed:
        if (touched->button != Button::retry) return;
        return reception_.phone ? ask_phone(out) : ask_phone_kind(out);
      default:
        return;
    }
  }
  if (std::holds_alternative<input::PinTyped>(input) && stage_ == Stage::phone_pin) return hold_phone(out);
  if (std::holds_alternative<input::PhoneHeld>(input) && stage_ == Stage::phone_hold) {
    stage_ = Stage::phone_reading;
    out.emplace_back(action::StopTimer{});
    out.emplace_back(action::ReadPhone{*reception_.phone});
    return;
  }
  if (const auto* checked = std::get_if<input::PhoneChecked>(&input)) {
    if (stage_ == Stage::phone_reading) phone_read(*checked, out);
  }
}

void Flow::ask_phone_kind(Actions& out) {
  stage_ = Stage::phone_kind;
  ask(Screen::phone_kind, {Button::iphone, Button::android}, out);
}

void Flow::ask_phone(Actions& out) {
  if (reception_.phone != PhoneKind::android) return hold_phone(out);
  stage_ = Stage::phone_pin;  // the phone reports its remaining tries when it is held
  out.emplace_back(action::Show{Screen::enter_pin, {}, -1, true});
  out.emplace_back(action::SetTimer{TimerPurpose::screen});
}

void Flow::hold_phone(Actions& out) {
  stage_ = Stage::phone_hold;
  ask(Screen::hold_phone, {}, out);
}

void Flow::phone_read(const input::PhoneChecked& checked, Actions& out) {
  switch (checked.result) {
    case PhoneCheck::accepted:
      return identified(Method::smartphone, out);
    case PhoneCheck::wrong:
      if (checked.tries_left == 0) return phone_refused(Refusal::pin_locked, out);
      out.emplace_back(action::Refuse{Method::smartphone, Refusal::pin_wrong});
      stage_ = Stage::phone_pin_wrong;
      return ask(Screen::pin_wrong, {Button::retry}, out, checked.tries_left);
    case PhoneCheck::blocked:
      return phone_refused(Refusal::pin_locked, out);
    case PhoneCheck::not_unlocked:
      return phone_unusable(Refusal::phone_not_unlocked, out);
    case PhoneCheck::unreadable:
      return phone_unusable(Refusal::phone_unreadable, out);
    case PhoneCheck::other_kind:
      reception_.phone.reset();
      return phone_unusable(Refusal::phone_other_kind, out);
    case PhoneCheck::no_certificate:
      return phone_refused(Refusal::phone_no_certificate, out);
  }
}

void Flow::phone_unusable(Refusal reason, Actions& out) {
  if (++reception_.phone_attempts >= settings_.phone_attempts) return phone_refused(reason, out);
  out.emplace_back(action::Refuse{Method::smartphone, reason});
  stage_ = Stage::phone_failed;
  ask(Screen::phone_failed, {Button::retry}, out);
}

void Flow::phone_refused(Refusal reason, Actions& out) {
  out.emplace_back(action::Refuse{Method::smartphone, reason});
  nothing_left(out);
}

}  // namespace uketsuke::reader
