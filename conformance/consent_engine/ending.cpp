// Steps 1 and 12 to 14 of docs/reception-flow.md, and inputs that are possible at any time.

#include "conformance/consent_engine/step_builder.h"

namespace uketsuke::conformance {

using record::AbortReason;
using record::Screen;

void forget_answers(StepBuilder& builder) {
  builder.state.given = {};
  builder.state.limit_given = false;
  builder.state.electronic = false;
  builder.state.asks_disease = false;
}

void abort_reception(StepBuilder& builder, AbortReason reason, Screen screen) {
  forget_answers(builder);
  builder.state.outcome = Outcome::aborted;
  builder.go(builder.state.by_phone() ? Phase::parting : Phase::ended);
  builder.emit(output::Abort{reason});
  // By phone, there is no card to be taken.
  if (builder.state.by_phone() && screen == Screen::take_card) screen = Screen::phone_ended;
  builder.emit(output::Show{screen, {}}, "FLOW-12", !builder.attended());
}

void become_idle(StepBuilder& builder) {
  if (builder.was.alarm) builder.emit(output::Alarm{false}, "CARD-02");
  const HeldItems held = builder.state.held;
  builder.emit(output::Wipe{held}, "PRIV-01", held.empty());
  builder.emit(output::Idle{}, "FLOW-10");
  builder.emit(output::Show{Screen::idle,
                            builder.setting.smartphone ? Buttons{record::Button::smartphone} : Buttons{}},
               "FLOW-10");
  const auto staff = builder.state.staff;
  builder.state = State{};
  builder.state.staff = staff;
}

void on(StepBuilder& builder, const input::CardInserted&) {
  if (builder.was.phase != Phase::idle) return;
  builder.take("FLOW-01");
  builder.state.card_in = true;
  builder.go(Phase::reading);
  builder.show(Screen::reading);
}

void on(StepBuilder& builder, const input::CardTaken&) {
  if (!builder.was.card_in) return;
  builder.state.card_in = false;
  switch (builder.was.phase) {
    case Phase::storing:
    case Phase::limit_storing:
    case Phase::disease_storing:  // the pending request is completed first
      builder.take("FLOW-11");
      return;
    case Phase::done:
      builder.take("FLOW-11");
      break;
    case Phase::limit:
      builder.take("LIMIT-02");
      break;
    case Phase::late_disease:
      builder.take("TSR-04");
      break;
    case Phase::ended:
      builder.take("FLOW-10");
      break;
    default:
      builder.take("FLOW-08");
      builder.emit(output::Abort{AbortReason::card_removed});
  }
  become_idle(builder);
}

void on(StepBuilder& builder, const input::TimedOut& input) {
  if (question_of(builder.setting, builder.was) != input.screen) return;
  switch (builder.was.phase) {
    case Phase::notice:
      leave_notice(builder);
      return;
    case Phase::consent_all:
      builder.take("CONSENT-07");
      answer_all(builder, false);
      return;
    case Phase::consent:
      builder.take("CONSENT-07");
      answer_one(builder, false);
      return;
    case Phase::prescription:
      builder.take("PRESC-03");
      choose_form(builder, builder.setting.prescription_unanswered);
      return;
    case Phase::limit:
      builder.take("LIMIT-05");
      builder.state.asks_disease = false;  // the patient is no longer there for the next question
      answer_limit(builder, false);
      return;
    case Phase::own_disease:
    case Phase::late_disease:
      builder.take("TSR-03");
      answer_disease(builder, false);
      return;
    default:
      builder.take("FLOW-09");
      abort_reception(builder, AbortReason::timed_out, Screen::take_card);
  }
}

void on(StepBuilder& builder, const input::Touched& input) {
  if (touchable(builder.setting, builder.was) != input.screen) return;
  if (input.button == record::Button::cancel) {
    if (!builder.setting.cancel || builder.was.phase == Phase::idle || builder.was.outcome != Outcome::open)
      return;
    builder.take("FLOW-08");
    abort_reception(builder, AbortReason::cancelled, Screen::take_card);
    return;
  }
  touched_while_identifying(builder, input);
  touched_notice_or_registration(builder, input);
  touched_consent(builder, input);
  touched_by_phone(builder, input);
}

void on(StepBuilder& builder, const input::StaffModeSet& input) {
  builder.take("VISUAL-01");
  builder.state.staff = input.mode;
}

void on(StepBuilder& builder, const input::CardLeft&) {
  if (builder.was.phase != Phase::ended || !builder.was.card_in || builder.was.alarm) return;
  builder.take("CARD-01");
  builder.state.alarm = true;
  builder.emit(output::Alarm{true});
}

}  // namespace uketsuke::conformance
