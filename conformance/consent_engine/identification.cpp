// Steps 2 to 6 of docs/reception-flow.md: kind of card, and identity of its holder.

#include "conformance/consent_engine/step_builder.h"

namespace uketsuke::conformance {

using record::AbortReason;
using record::Button;
using record::Method;
using record::Refusal;
using record::Screen;
using record::SecretCheck;
using record::WipedItem;

namespace {

Buttons ways_left(const StepBuilder& builder) {
  Buttons buttons;
  if (builder.face_left()) buttons.add(Button::face);
  if (builder.pin_left()) buttons.add(Button::pin);
  return buttons;
}

void offer_ways(StepBuilder& builder, const char* requirement) {
  const Buttons buttons = ways_left(builder);
  if (buttons.count == 0) {
    abort_reception(builder, AbortReason::identity_failed, Screen::identity_failed);
    return;
  }
  builder.go(Phase::choosing);
  builder.emit(output::Show{Screen::choose_method, buttons}, requirement);
}

/// Step 6 for the face: no further try.
void use_up_face(StepBuilder& builder, Refusal reason) {
  builder.emit(output::Refuse{Method::face, reason});
  builder.state.face_used_up = true;
  builder.state.print_failures = 0;
  offer_ways(builder, "FLOW-02");
}

/// Step 6 for the PIN: no further try.
void use_up_pin(StepBuilder& builder) {
  builder.emit(output::Refuse{Method::pin, Refusal::pin_locked});
  builder.state.pin_used_up = true;
  if (!builder.face_left()) {
    abort_reception(builder, AbortReason::identity_failed, Screen::identity_failed);
    return;
  }
  builder.go(Phase::pin_locked);
  builder.emit(output::Show{Screen::pin_locked, {Button::face}}, "PIN-06");
}

void begin_face(StepBuilder& builder) {
  builder.take("FACE-01");
  builder.state.print_failures = 0;
  if (builder.state.held.has(WipedItem::photo)) {  // another try: the items already read are still held
    builder.go(Phase::face_guide);
    builder.show(Screen::face_guide);
  } else {
    builder.go(Phase::face_number);
  }
}

bool reading_for_face(Phase phase) {
  return phase == Phase::face_number || phase == Phase::face_photo || phase == Phase::face_proof;
}

}  // namespace

void confirm(StepBuilder& builder, Identity identity, Method method) {
  builder.state.identity = identity;
  builder.go(Phase::certificate);
  builder.emit(output::Confirm{method});
  builder.emit(output::Show{Screen::checking, {}}, "FLOW-04");
}

void on(StepBuilder& builder, const input::CardRead& input) {
  if (builder.was.phase != Phase::reading) return;
  switch (input.kind) {
    case record::CardKind::unreadable:
      builder.take("READ-02");
      abort_reception(builder, AbortReason::card_not_recognised, Screen::card_not_recognised);
      return;
    case record::CardKind::other:
      builder.take("READ-03");
      abort_reception(builder, AbortReason::not_my_number_card, Screen::not_my_number_card);
      return;
    case record::CardKind::individual_number:
      break;
  }
  if (builder.was.staff == record::StaffMode::visual_check) {
    builder.take("VISUAL-01");
    builder.go(Phase::visual);
    builder.show(Screen::visual_check);
    return;
  }
  builder.take("READ-01");
  offer_ways(builder, "FLOW-02");
}

void touched_while_identifying(StepBuilder& builder, const input::Touched& input) {
  if (builder.was.by_phone()) return;
  const bool again = input.button == Button::retry;
  const bool offers_face = input.screen == Screen::choose_method || input.screen == Screen::pin_wrong ||
                           input.screen == Screen::pin_locked;
  if (input.button == Button::face && offers_face && builder.face_left()) {
    begin_face(builder);
  } else if (input.screen == Screen::face_failed && again) {
    begin_face(builder);
  } else if (input.screen == Screen::pin_wrong && again) {
    builder.take("PIN-03");
    builder.go(Phase::pin_entry);
    builder.show(Screen::enter_pin);
  } else if (input.button == Button::pin && builder.pin_left() &&
             (input.screen == Screen::choose_method || input.screen == Screen::face_failed)) {
    builder.take("PIN-01");
    builder.go(Phase::pin_tries);
  }
}

void on(StepBuilder& builder, const input::NumberChecked& input) {
  // In face_guide: a reader may read the card again before another try.
  const bool again = builder.was.phase == Phase::face_guide;
  if (builder.was.phase != Phase::face_number && !again) return;
  builder.state.held.add(WipedItem::card_face_number);
  switch (input.result) {
    case SecretCheck::accepted:
      builder.take("FACE-01");
      builder.state.print_failures = 0;
      if (!again) builder.go(Phase::face_photo);
      return;
    case SecretCheck::wrong:  // the printed number was misread; the reader reads it again, up to the limit
      builder.take("FACE-13");
      if (++builder.state.print_failures >= builder.setting.print_readings)
        use_up_face(builder, Refusal::number_misread);
      return;
    case SecretCheck::blocked:
      builder.take("FACE-05");
      use_up_face(builder, Refusal::number_locked);
      return;
  }
}

void on(StepBuilder& builder, const input::PhotoRead&) {
  if (!builder.setting.card.has_photo) return;
  if (builder.was.phase != Phase::face_photo && builder.was.phase != Phase::face_guide) return;
  builder.take("FACE-01");
  builder.state.held.add(WipedItem::photo);
  if (builder.was.phase == Phase::face_photo) builder.go(Phase::face_proof);
}

void on(StepBuilder& builder, const input::PhotoMissing&) {
  if (builder.setting.card.has_photo) return;
  if (builder.was.phase != Phase::face_number && builder.was.phase != Phase::face_photo) return;
  builder.take("FACE-06");
  use_up_face(builder, Refusal::no_photo);
}

void on(StepBuilder& builder, const input::PhotoUnusable&) {
  if (!builder.setting.card.has_photo || builder.setting.card.photo_usable) return;
  if (builder.was.phase != Phase::face_photo && builder.was.phase != Phase::face_proof) return;
  builder.take("FACE-06");
  use_up_face(builder, Refusal::photo_unusable);
}

void on(StepBuilder& builder, const input::CameraFailed&) {
  if (builder.was.phase != Phase::face_guide) return;
  builder.take("FACE-11");
  use_up_face(builder, Refusal::camera_failed);
}

void on(StepBuilder& builder, const input::Proved& input) {
  if (!input.genuine && (reading_for_face(builder.was.phase) || builder.was.phase == Phase::face_guide)) {
    builder.take("FACE-07");
    use_up_face(builder, Refusal::not_genuine);
  } else if (input.genuine && builder.was.phase == Phase::face_proof) {
    builder.take("FACE-07");
    builder.go(Phase::face_guide);
    builder.emit(output::Show{Screen::face_guide, {}}, "FACE-02");
  }
}

void on(StepBuilder& builder, const input::FaceCompared& input) {
  if (builder.was.phase != Phase::face_guide) return;
  builder.state.held.add(WipedItem::probe);
  if (input.result == record::FaceResult::match) {
    builder.take("FACE-02");
    confirm(builder, Identity::face, Method::face);
    return;
  }
  const Refusal reason = input.result == record::FaceResult::no_face    ? Refusal::no_face
                         : input.result == record::FaceResult::not_live ? Refusal::not_live
                                                                        : Refusal::face_mismatch;
  ++builder.state.face_failures;
  if (builder.state.face_failures >= builder.setting.face_attempts) {
    builder.take("FACE-04");
    use_up_face(builder, reason);
    return;
  }
  builder.take("FACE-03");
  builder.emit(output::Refuse{Method::face, reason});
  builder.go(Phase::face_failed);
  builder.show(Screen::face_failed,
               builder.pin_left() ? Buttons{Button::retry, Button::pin} : Buttons{Button::retry});
}

void on(StepBuilder& builder, const input::PinTries& input) {
  if (builder.was.phase != Phase::pin_tries) return;
  if (!input.left) {
    builder.take("PIN-05");
    use_up_pin(builder);
  } else if (builder.setting.card.has_pin) {
    builder.take("PIN-01");
    builder.go(Phase::pin_entry);
    builder.show(Screen::enter_pin);
  }
}

void on(StepBuilder& builder, const input::PinEntered&) {
  if (builder.was.phase == Phase::phone_pin) return phone_pin_entered(builder);
  if (builder.was.phase != Phase::pin_entry) return;
  builder.take("PIN-01");
  builder.state.held.add(WipedItem::pin);
  builder.go(Phase::pin_check);
}

void on(StepBuilder& builder, const input::PinChecked& input) {
  if (builder.was.phase != Phase::pin_check) return;
  switch (input.result) {
    case SecretCheck::accepted:
      builder.take("PIN-02");
      confirm(builder, Identity::pin, Method::pin);
      return;
    case SecretCheck::wrong:
      builder.take("PIN-03");
      builder.emit(output::Refuse{Method::pin, Refusal::pin_wrong});
      builder.go(Phase::pin_wrong);
      builder.show(Screen::pin_wrong,
                   builder.face_left() ? Buttons{Button::retry, Button::face} : Buttons{Button::retry});
      return;
    case SecretCheck::blocked:
      builder.take("PIN-04");
      use_up_pin(builder);
      return;
  }
}

void on(StepBuilder& builder, const input::StaffDecided& input) {
  if (builder.was.phase != Phase::visual) return;
  if (input.same_person) {
    builder.take("VISUAL-01");
    confirm(builder, Identity::visual, Method::visual);
  } else {
    builder.take("VISUAL-02");
    builder.emit(output::Refuse{Method::visual, Refusal::visual_mismatch});
    abort_reception(builder, AbortReason::identity_failed, Screen::identity_failed);
  }
}

}  // namespace uketsuke::conformance
