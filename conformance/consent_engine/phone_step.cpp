// A smartphone in the card's place: steps S1 to S6 of docs/reception-flow.md.

#include "conformance/consent_engine/move.h"

namespace uketsuke::conformance {

using record::AbortReason;
using record::Button;
using record::Method;
using record::PhoneCheck;
using record::Refusal;
using record::Screen;

namespace {

void ask_kind(Move& move) {
  move.state.phone = ByPhone::kind_open;
  move.go(Phase::phone_kind);
  move.show(Screen::phone_kind, {Button::iphone, Button::android});
}

/// An iPhone is unlocked on the phone; an Android phone needs its digits before it is held.
void ask_phone(Move& move) {
  if (move.state.phone == ByPhone::android) {
    move.go(Phase::phone_pin);
    move.show(Screen::enter_pin);
  } else {
    move.go(Phase::phone_hold);
    move.show(Screen::hold_phone);
  }
}

void refuse_for_good(Move& move, Refusal reason) {
  move.emit(output::Refuse{Method::smartphone, reason});
  abort_reception(move, AbortReason::identity_failed, Screen::identity_failed);
}

/// A phone that was not unlocked or could not be read; another try, so often.
void refuse_once(Move& move, Refusal reason) {
  move.take("PHONE-05");
  if (++move.state.phone_failures >= move.setting.phone_attempts) return refuse_for_good(move, reason);
  move.emit(output::Refuse{Method::smartphone, reason});
  move.go(Phase::phone_failed);
  move.show(Screen::phone_failed, {Button::retry});
}

/// Whether a phone of this kind can come out so.
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

void touched_by_phone(Move& move, const input::Touched& input) {
  switch (move.was.phase) {
    case Phase::idle:
      if (input.button != Button::smartphone) return;
      move.take("PHONE-01");
      return ask_kind(move);
    case Phase::phone_kind:
      if (input.button != Button::iphone && input.button != Button::android) return;
      move.take("PHONE-02");
      move.state.phone = input.button == Button::iphone ? ByPhone::iphone : ByPhone::android;
      return ask_phone(move);
    case Phase::phone_pin_wrong:
      if (input.button != Button::retry) return;
      move.take("PHONE-04");
      return ask_phone(move);
    case Phase::phone_failed:
      if (input.button != Button::retry) return;
      move.take("PHONE-05");
      if (move.was.phone == ByPhone::kind_open) return ask_kind(move);
      return ask_phone(move);
    default:
      return;
  }
}

void phone_pin_entered(Move& move) {
  move.take("PHONE-02");
  move.state.held.add(record::WipedItem::pin);
  move.go(Phase::phone_hold);
  move.show(Screen::hold_phone);
}

void on(Move& move, const input::PhoneHeld&) {
  if (move.was.phase != Phase::phone_hold) return;
  move.take("PHONE-03");
  move.go(Phase::phone_check);
}

void on(Move& move, const input::PhoneChecked& input) {
  if (move.was.phase != Phase::phone_check || !can_be(move.was.phone, input.result)) return;
  switch (input.result) {
    case PhoneCheck::accepted:
      move.take("PHONE-03");
      confirm(move, Identity::smartphone, Method::smartphone);
      return;
    case PhoneCheck::wrong:
      move.take("PHONE-04");
      move.emit(output::Refuse{Method::smartphone, Refusal::pin_wrong});
      move.go(Phase::phone_pin_wrong);
      move.show(Screen::pin_wrong, {Button::retry});
      return;
    case PhoneCheck::blocked:
      move.take("PHONE-04");
      return refuse_for_good(move, Refusal::pin_locked);
    case PhoneCheck::not_unlocked:
      return refuse_once(move, Refusal::phone_not_unlocked);
    case PhoneCheck::unreadable:
      return refuse_once(move, Refusal::phone_unreadable);
    case PhoneCheck::other_kind:
      move.state.phone = ByPhone::kind_open;  // asked once more
      return refuse_once(move, Refusal::phone_other_kind);
    case PhoneCheck::no_certificate:
      move.take("PHONE-03");
      return refuse_for_good(move, Refusal::phone_no_certificate);
  }
}

void on(Move& move, const input::Parted&) {
  if (move.was.phase != Phase::parting) return;
  move.take("PHONE-08");
  become_idle(move);
}

}  // namespace uketsuke::conformance
