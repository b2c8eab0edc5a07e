// A smartphone used instead of the card: steps S1 to S6 of docs/reception-flow.md.

#include "conformance/consent_engine/step_builder.h"

namespace uketsuke::conformance {

using record::AbortReason;
using record::Button;
using record::Method;
using record::PhoneCheck;
using record::Refusal;
using record::Screen;

namespace {

void ask_kind(StepBuilder& builder) {
  builder.state.phone = ByPhone::kind_open;
  builder.go(Phase::phone_kind);
  builder.show(Screen::phone_kind, {Button::iphone, Button::android});
}

/// An iPhone is unlocked on the phone itself; for an Android phone, its digits are needed before it is held.
void ask_phone(StepBuilder& builder) {
  if (builder.state.phone == ByPhone::android) {
    builder.go(Phase::phone_pin);
    builder.show(Screen::enter_pin);
  } else {
    builder.go(Phase::phone_hold);
    builder.show(Screen::hold_phone);
  }
}

void refuse_for_good(StepBuilder& builder, Refusal reason) {
  builder.emit(output::Refuse{Method::smartphone, reason});
  abort_reception(builder, AbortReason::identity_failed, Screen::identity_failed);
}

/// A phone that was not unlocked or could not be read: another try, up to the limit.
void refuse_once(StepBuilder& builder, Refusal reason) {
  builder.take("PHONE-05");
  if (++builder.state.phone_failures >= builder.setting.phone_attempts)
    return refuse_for_good(builder, reason);
  builder.emit(output::Refuse{Method::smartphone, reason});
  builder.go(Phase::phone_failed);
  builder.show(Screen::phone_failed, {Button::retry});
}

/// Whether a phone of this kind can give this result.
bool can_be(ByPhone kind, PhoneCheck result) {
  switch (result) {
    case PhoneCheck::wrong:
    case PhoneCheck::blocked:
      return kind == ByPhone::android;
    case PhoneCheck::not_unlocked:
      return kind == ByPhone::iphone;
    default:
      return true;
  }
}

}  // namespace

void touched_by_phone(StepBuilder& builder, const input::Touched& input) {
  switch (builder.was.phase) {
    case Phase::idle:
      if (input.button != Button::smartphone) return;
      builder.take("PHONE-01");
      return ask_kind(builder);
    case Phase::phone_kind:
      if (input.button != Button::iphone && input.button != Button::android) return;
      builder.take("PHONE-02");
      builder.state.phone = input.button == Button::iphone ? ByPhone::iphone : ByPhone::android;
      return ask_phone(builder);
    case Phase::phone_pin_wrong:
      if (input.button != Button::retry) return;
      builder.take("PHONE-04");
      return ask_phone(builder);
    case Phase::phone_failed:
      if (input.button != Button::retry) return;
      builder.take("PHONE-05");
      if (builder.was.phone == ByPhone::kind_open) return ask_kind(builder);
      return ask_phone(builder);
    default:
      return;
  }
}

void phone_pin_entered(StepBuilder& builder) {
  builder.take("PHONE-02");
  builder.state.held.add(record::WipedItem::pin);
  builder.go(Phase::phone_hold);
  builder.show(Screen::hold_phone);
}

void on(StepBuilder& builder, const input::PhoneHeld&) {
  if (builder.was.phase != Phase::phone_hold) return;
  builder.take("PHONE-03");
  builder.go(Phase::phone_check);
}

void on(StepBuilder& builder, const input::PhoneChecked& input) {
  if (builder.was.phase != Phase::phone_check || !can_be(builder.was.phone, input.result)) return;
  switch (input.result) {
    case PhoneCheck::accepted:
      builder.take("PHONE-03");
      confirm(builder, Identity::smartphone, Method::smartphone);
      return;
    case PhoneCheck::wrong:
      builder.take("PHONE-04");
      builder.emit(output::Refuse{Method::smartphone, Refusal::pin_wrong});
      builder.go(Phase::phone_pin_wrong);
      builder.show(Screen::pin_wrong, {Button::retry});
      return;
    case PhoneCheck::blocked:
      builder.take("PHONE-04");
      return refuse_for_good(builder, Refusal::pin_locked);
    case PhoneCheck::not_unlocked:
      return refuse_once(builder, Refusal::phone_not_unlocked);
    case PhoneCheck::unreadable:
      return refuse_once(builder, Refusal::phone_unreadable);
    case PhoneCheck::other_kind:
      builder.state.phone = ByPhone::kind_open;  // the kind is asked for again
      return refuse_once(builder, Refusal::phone_other_kind);
    case PhoneCheck::no_certificate:
      builder.take("PHONE-03");
      return refuse_for_good(builder, Refusal::phone_no_certificate);
  }
}

void on(StepBuilder& builder, const input::Parted&) {
  if (builder.was.phase != Phase::parting) return;
  builder.take("PHONE-08");
  become_idle(builder);
}

}  // namespace uketsuke::conformance
