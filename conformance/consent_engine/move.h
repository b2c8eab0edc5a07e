#pragma once

#include "conformance/consent_engine/engine.h"

namespace uketsuke::conformance {

/// One step in the making; private to the engine. A handler reads `was` and changes `state`; a step counts as
/// possible as soon as a handler calls `take`.
struct Move {
  const Setting& setting;
  const State& was;
  State state;
  Step& step;

  /// The input is possible, and this requirement says what it does.
  void take(const char* requirement) {
    step.possible = true;
    step.requirement = requirement;
  }

  void go(Phase phase) { state.phase = phase; }

  /// Adds an effect, for the transition's requirement or for one of its own.
  void emit(Output output) { emit(std::move(output), step.requirement); }
  void emit(Output output, const char* requirement, bool optional = false) {
    step.effects.push_back({std::move(output), requirement, optional});
  }
  void show(record::Screen screen, Buttons buttons = {}) { emit(output::Show{screen, buttons}); }

  /// The service is being asked: a reader may show `checking` once more.
  void may_show_checking() { emit(output::Show{record::Screen::checking, {}}, step.requirement, true); }

  /// Whether this patient may be asked for medical information: not with a certificate that serves for
  /// eligibility only, nor after a visual check where that asks for nothing.
  bool asks_medical() const {
    const bool unasked = state.identity == Identity::visual && !setting.visual_check_asks_consent;
    return !state.in_grace && !unasked;
  }

  /// Somebody is there to be shown something: his card is in, or he came with a phone.
  bool attended() const { return state.card_in || state.by_phone(); }

  bool face_left() const { return setting.camera && !state.face_used_up; }
  bool pin_left() const { return setting.pin_pad && !state.pin_used_up; }
};

// identification.cpp: steps 2 to 6
void on(Move& move, const input::CardRead& input);
void on(Move& move, const input::NumberChecked& input);
void on(Move& move, const input::PhotoRead& input);
void on(Move& move, const input::PhotoMissing& input);
void on(Move& move, const input::PhotoUnusable& input);
void on(Move& move, const input::CameraFailed& input);
void on(Move& move, const input::Proved& input);
void on(Move& move, const input::FaceCompared& input);
void on(Move& move, const input::PinTries& input);
void on(Move& move, const input::PinEntered& input);
void on(Move& move, const input::PinChecked& input);
void on(Move& move, const input::StaffDecided& input);
void touched_while_identifying(Move& move, const input::Touched& input);

// service.cpp: steps 7 to 9
void on(Move& move, const input::CertificateAnswered& input);
void on(Move& move, const input::RegistrationAnswered& input);
void on(Move& move, const input::Enrolled& input);
void on(Move& move, const input::EligibilityAnswered& input);
void on(Move& move, const input::ServiceSilent& input);
void touched_notice_or_registration(Move& move, const input::Touched& input);
void leave_notice(Move& move);

// consent.cpp: steps 10 and 11
void on(Move& move, const input::Stored& input);
void on(Move& move, const input::LimitDue& input);
void begin_consent(Move& move);
void answer_all(Move& move, bool given);
void answer_one(Move& move, bool given);
void answer_limit(Move& move, bool given);
void choose_form(Move& move, record::PrescriptionForm form);
void ask_form_or_store(Move& move);
void touched_consent(Move& move, const input::Touched& input);

// specific_disease.cpp: 特定疾病療養受療証, in steps 9 to 11
void learn_of_disease(Move& move, bool holds);
bool ask_own_disease(Move& move);
bool ask_late_disease(Move& move);
void answer_disease(Move& move, bool given);
void disease_stored(Move& move);

// ending.cpp: steps 1, 12 to 14, and what can happen at any time
void on(Move& move, const input::CardInserted& input);
void on(Move& move, const input::CardTaken& input);
void on(Move& move, const input::TimedOut& input);
void on(Move& move, const input::Touched& input);
void on(Move& move, const input::StaffModeSet& input);
void on(Move& move, const input::CardLeft& input);

// phone.cpp: a smartphone in the card's place
void on(Move& move, const input::PhoneHeld& input);
void on(Move& move, const input::PhoneChecked& input);
void on(Move& move, const input::Parted& input);
void touched_by_phone(Move& move, const input::Touched& input);
void phone_pin_entered(Move& move);

/// Somebody is identified: steps 7 to 9 begin.
void confirm(Move& move, Identity identity, record::Method method);

/// What was answered is stored, or void: it need not be known any more.
void forget_answers(Move& move);

/// The reception is over without completion; the screen tells why.
void abort_reception(Move& move, record::AbortReason reason, record::Screen screen);

/// The card is out and nothing is under way: forget everything and wait for the next.
void become_idle(Move& move);

}  // namespace uketsuke::conformance
