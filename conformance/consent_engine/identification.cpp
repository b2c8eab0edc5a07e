// Steps 2 to 6 of docs/reception-flow.md: what card, and whose.

#include "conformance/consent_engine/move.h"

namespace uketsuke::conformance {

using record::AbortReason;
using record::Button;
using record::Method;
using record::Refusal;
using record::Screen;
using record::SecretCheck;
using record::WipedItem;

namespace {

Buttons ways_left(const Move& move) {
  Buttons buttons;
  if (move.face_left()) buttons.add(Button::face);
  if (move.pin_left()) buttons.add(Button::pin);
  return buttons;
}

void offer_ways(Move& move, const char* requirement) {
  const Buttons buttons = ways_left(move);
  if (buttons.count == 0) {
    abort_reception(move, AbortReason::identity_failed, Screen::identity_failed);
    return;
  }
  move.go(Phase::choosing);
  move.emit(output::Show{Screen::choose_method, buttons}, requirement);
}

/// Step 6 for the face.
void use_up_face(Move& move, Refusal reason) {
  move.emit(output::Refuse{Method::face, reason});
  move.state.face_used_up = true;
  move.state.print_failures = 0;
  offer_ways(move, "FLOW-02");
}

/// Step 6 for the PIN.
void use_up_pin(Move& move) {
  move.emit(output::Refuse{Method::pin, Refusal::pin_locked});
  move.state.pin_used_up = true;
  if (!move.face_left()) {
    abort_reception(move, AbortReason::identity_failed, Screen::identity_failed);
    return;
  }
  move.go(Phase::pin_locked);
  move.emit(output::Show{Screen::pin_locked, {Button::face}}, "PIN-06");
}

void begin_face(Move& move) {
  move.take("FACE-01");
  move.state.print_failures = 0;
  if (move.state.held.has(WipedItem::photo)) {  // another try: what was read is still there
    move.go(Phase::face_guide);
    move.show(Screen::face_guide);
  } else {
    move.go(Phase::face_number);
  }
}

bool reading_for_face(Phase phase) {
  return phase == Phase::face_number || phase == Phase::face_photo || phase == Phase::face_proof;
}

}  // namespace

void confirm(Move& move, Identity identity, Method method) {
  move.state.identity = identity;
  move.go(Phase::certificate);
  move.emit(output::Confirm{method});
  move.emit(output::Show{Screen::checking, {}}, "FLOW-04");
}

void on(Move& move, const input::CardRead& input) {
  if (move.was.phase != Phase::reading) return;
  switch (input.kind) {
    case record::CardKind::unreadable:
      move.take("READ-02");
      abort_reception(move, AbortReason::card_not_recognised, Screen::card_not_recognised);
      return;
    case record::CardKind::other:
      move.take("READ-03");
      abort_reception(move, AbortReason::not_my_number_card, Screen::not_my_number_card);
      return;
    case record::CardKind::individual_number:
      break;
  }
  if (move.was.staff == record::StaffMode::visual_check) {
    move.take("VISUAL-01");
    move.go(Phase::visual);
    move.show(Screen::visual_check);
    return;
  }
  move.take("READ-01");
  offer_ways(move, "FLOW-02");
}

void touched_while_identifying(Move& move, const input::Touched& input) {
  if (move.was.by_phone()) return;
  const bool again = input.button == Button::retry;
  const bool offers_face = input.screen == Screen::choose_method || input.screen == Screen::pin_wrong ||
                           input.screen == Screen::pin_locked;
  if (input.button == Button::face && offers_face && move.face_left()) {
    begin_face(move);
  } else if (input.screen == Screen::face_failed && again) {
    begin_face(move);
  } else if (input.screen == Screen::pin_wrong && again) {
    move.take("PIN-03");
    move.go(Phase::pin_entry);
    move.show(Screen::enter_pin);
  } else if (input.button == Button::pin && move.pin_left() &&
             (input.screen == Screen::choose_method || input.screen == Screen::face_failed)) {
    move.take("PIN-01");
    move.go(Phase::pin_tries);
  }
}

void on(Move& move, const input::NumberChecked& input) {
  // In face_guide: a reader may read the card again before another try.
  const bool again = move.was.phase == Phase::face_guide;
  if (move.was.phase != Phase::face_number && !again) return;
  move.state.held.add(WipedItem::card_face_number);
  switch (input.result) {
    case SecretCheck::accepted:
      move.take("FACE-01");
      move.state.print_failures = 0;
      if (!again) move.go(Phase::face_photo);
      return;
    case SecretCheck::wrong:  // the print was read wrongly; the reader reads it again, so often
      move.take("FACE-13");
      if (++move.state.print_failures >= move.setting.print_readings)
        use_up_face(move, Refusal::number_misread);
      return;
    case SecretCheck::blocked:
      move.take("FACE-05");
      use_up_face(move, Refusal::number_locked);
      return;
  }
}

void on(Move& move, const input::PhotoRead&) {
  if (!move.setting.card.has_photo) return;
  if (move.was.phase != Phase::face_photo && move.was.phase != Phase::face_guide) return;
  move.take("FACE-01");
  move.state.held.add(WipedItem::photo);
  if (move.was.phase == Phase::face_photo) move.go(Phase::face_proof);
}

void on(Move& move, const input::PhotoMissing&) {
  if (move.setting.card.has_photo) return;
  if (move.was.phase != Phase::face_number && move.was.phase != Phase::face_photo) return;
  move.take("FACE-06");
  use_up_face(move, Refusal::no_photo);
}

void on(Move& move, const input::PhotoUnusable&) {
  if (!move.setting.card.has_photo || move.setting.card.photo_usable) return;
  if (move.was.phase != Phase::face_photo && move.was.phase != Phase::face_proof) return;
  move.take("FACE-06");
  use_up_face(move, Refusal::photo_unusable);
}

void on(Move& move, const input::CameraFailed&) {
  if (move.was.phase != Phase::face_guide) return;
  move.take("FACE-11");
  use_up_face(move, Refusal::camera_failed);
}

void on(Move& move, const input::Proved& input) {
  if (!input.genuine && (reading_for_face(move.was.phase) || move.was.phase == Phase::face_guide)) {
    move.take("FACE-07");
    use_up_face(move, Refusal::not_genuine);
  } else if (input.genuine && move.was.phase == Phase::face_proof) {
    move.take("FACE-07");
    move.go(Phase::face_guide);
    move.emit(output::Show{Screen::face_guide, {}}, "FACE-02");
  }
}

void on(Move& move, const input::FaceCompared& input) {
  if (move.was.phase != Phase::face_guide) return;
  move.state.held.add(WipedItem::probe);
  if (input.result == record::FaceResult::match) {
    move.take("FACE-02");
    confirm(move, Identity::face, Method::face);
    return;
  }
  const Refusal reason = input.result == record::FaceResult::no_face    ? Refusal::no_face
                         : input.result == record::FaceResult::not_live ? Refusal::not_live
                                                                        : Refusal::face_mismatch;
  ++move.state.face_failures;
  if (move.state.face_failures >= move.setting.face_attempts) {
    move.take("FACE-04");
    use_up_face(move, reason);
    return;
  }
  move.take("FACE-03");
  move.emit(output::Refuse{Method::face, reason});
  move.go(Phase::face_failed);
  move.show(Screen::face_failed,
            move.pin_left() ? Buttons{Button::retry, Button::pin} : Buttons{Button::retry});
}

void on(Move& move, const input::PinTries& input) {
  if (move.was.phase != Phase::pin_tries) return;
  if (!input.left) {
    move.take("PIN-05");
    use_up_pin(move);
  } else if (move.setting.card.has_pin) {
    move.take("PIN-01");
    move.go(Phase::pin_entry);
    move.show(Screen::enter_pin);
  }
}

void on(Move& move, const input::PinEntered&) {
  if (move.was.phase == Phase::phone_pin) return phone_pin_entered(move);
  if (move.was.phase != Phase::pin_entry) return;
  move.take("PIN-01");
  move.state.held.add(WipedItem::pin);
  move.go(Phase::pin_check);
}

void on(Move& move, const input::PinChecked& input) {
  if (move.was.phase != Phase::pin_check) return;
  switch (input.result) {
    case SecretCheck::accepted:
      move.take("PIN-02");
      confirm(move, Identity::pin, Method::pin);
      return;
    case SecretCheck::wrong:
      move.take("PIN-03");
      move.emit(output::Refuse{Method::pin, Refusal::pin_wrong});
      move.go(Phase::pin_wrong);
      move.show(Screen::pin_wrong,
                move.face_left() ? Buttons{Button::retry, Button::face} : Buttons{Button::retry});
      return;
    case SecretCheck::blocked:
      move.take("PIN-04");
      use_up_pin(move);
      return;
  }
}

void on(Move& move, const input::StaffDecided& input) {
  if (move.was.phase != Phase::visual) return;
  if (input.same_person) {
    move.take("VISUAL-01");
    confirm(move, Identity::visual, Method::visual);
  } else {
    move.take("VISUAL-02");
    move.emit(output::Refuse{Method::visual, Refusal::visual_mismatch});
    abort_reception(move, AbortReason::identity_failed, Screen::identity_failed);
  }
}

}  // namespace uketsuke::conformance
