// Steps 1 and 12 to 14 of docs/reception-flow.md, and what can happen at any time.

#include "conformance/consent_engine/move.h"

namespace uketsuke::conformance {

using record::AbortReason;
using record::Screen;

void forget_answers(Move& move) {
  move.state.given = {};
  move.state.limit_given = false;
  move.state.electronic = false;
  move.state.asks_disease = false;
}

void abort_reception(Move& move, AbortReason reason, Screen screen) {
  forget_answers(move);
  move.state.outcome = Outcome::aborted;
  move.go(move.state.by_phone() ? Phase::parting : Phase::ended);
  move.emit(output::Abort{reason});
  // There is no card to be taken.
  if (move.state.by_phone() && screen == Screen::take_card) screen = Screen::phone_ended;
  move.emit(output::Show{screen, {}}, "FLOW-12", !move.attended());
}

void become_idle(Move& move) {
  if (move.was.alarm) move.emit(output::Alarm{false}, "CARD-02");
  const HeldItems held = move.state.held;
  move.emit(output::Wipe{held}, "PRIV-01", held.empty());
  move.emit(output::Idle{}, "FLOW-10");
  move.emit(
      output::Show{Screen::idle, move.setting.smartphone ? Buttons{record::Button::smartphone} : Buttons{}},
      "FLOW-10");
  const auto staff = move.state.staff;
  move.state = State{};
  move.state.staff = staff;
}

void on(Move& move, const input::CardInserted&) {
  if (move.was.phase != Phase::idle) return;
  move.take("FLOW-01");
  move.state.card_in = true;
  move.go(Phase::reading);
  move.show(Screen::reading);
}

void on(Move& move, const input::CardTaken&) {
  if (!move.was.card_in) return;
  move.state.card_in = false;
  switch (move.was.phase) {
    case Phase::storing:
    case Phase::limit_storing:
    case Phase::disease_storing:  // what is under way is finished first
      move.take("FLOW-11");
      return;
    case Phase::done:
      move.take("FLOW-11");
      break;
    case Phase::limit:
      move.take("LIMIT-02");
      break;
    case Phase::late_disease:
      move.take("TSR-04");
      break;
    case Phase::ended:
      move.take("FLOW-10");
      break;
    default:
      move.take("FLOW-08");
      move.emit(output::Abort{AbortReason::card_removed});
  }
  become_idle(move);
}

void on(Move& move, const input::TimedOut& input) {
  if (question_of(move.setting, move.was) != input.screen) return;
  switch (move.was.phase) {
    case Phase::notice:
      leave_notice(move);
      return;
    case Phase::consent_all:
      move.take("CONSENT-07");
      answer_all(move, false);
      return;
    case Phase::consent:
      move.take("CONSENT-07");
      answer_one(move, false);
      return;
    case Phase::prescription:
      move.take("PRESC-03");
      choose_form(move, move.setting.prescription_unanswered);
      return;
    case Phase::limit:
      move.take("LIMIT-05");
      move.state.asks_disease = false;  // nobody is there to be asked the next question
      answer_limit(move, false);
      return;
    case Phase::own_disease:
    case Phase::late_disease:
      move.take("TSR-03");
      answer_disease(move, false);
      return;
    default:
      move.take("FLOW-09");
      abort_reception(move, AbortReason::timed_out, Screen::take_card);
  }
}

void on(Move& move, const input::Touched& input) {
  if (touchable(move.setting, move.was) != input.screen) return;
  if (input.button == record::Button::cancel) {
    if (!move.setting.cancel || move.was.phase == Phase::idle || move.was.outcome != Outcome::open) return;
    move.take("FLOW-08");
    abort_reception(move, AbortReason::cancelled, Screen::take_card);
    return;
  }
  touched_while_identifying(move, input);
  touched_notice_or_registration(move, input);
  touched_consent(move, input);
  touched_by_phone(move, input);
}

void on(Move& move, const input::StaffModeSet& input) {
  move.take("VISUAL-01");
  move.state.staff = input.mode;
}

void on(Move& move, const input::CardLeft&) {
  if (move.was.phase != Phase::ended || !move.was.card_in || move.was.alarm) return;
  move.take("CARD-01");
  move.state.alarm = true;
  move.emit(output::Alarm{true});
}

}  // namespace uketsuke::conformance
