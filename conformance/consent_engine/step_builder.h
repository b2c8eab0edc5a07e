#pragma once

#include "conformance/consent_engine/engine.h"

namespace uketsuke::conformance {

/// A step under construction; private to the engine. A handler reads `was` and changes `state`; a step counts
/// as possible once a handler calls `take`.
struct StepBuilder {
  const Setting& setting;
  const State& was;
  State state;
  Step& step;

  /// Marks the input as possible; this requirement determines its effect.
  void take(const char* requirement) {
    step.possible = true;
    step.requirement = requirement;
  }

  void go(Phase phase) { state.phase = phase; }

  /// Adds an effect, for the transition's requirement or for another one.
  void emit(Output output) { emit(std::move(output), step.requirement); }
  void emit(Output output, const char* requirement, bool optional = false) {
    step.effects.push_back({std::move(output), requirement, optional});
  }
  void show(record::Screen screen, Buttons buttons = {}) { emit(output::Show{screen, buttons}); }

  /// The service is being queried: a reader may show `checking` again.
  void may_show_checking() { emit(output::Show{record::Screen::checking, {}}, step.requirement, true); }

  /// Whether this patient may be asked about medical information: not with a certificate that serves for
  /// eligibility only, nor after a visual check if visual checks exclude it.
  bool asks_medical() const {
    const bool unasked = state.identity == Identity::visual && !setting.visual_check_asks_consent;
    return !state.in_grace && !unasked;
  }

  /// Whether a patient is present to see a screen: their card is in, or they use a phone.
  bool attended() const { return state.card_in || state.by_phone(); }

  bool face_left() const { return setting.camera && !state.face_used_up; }
  bool pin_left() const { return setting.pin_pad && !state.pin_used_up; }
};

// identification.cpp: steps 2 to 6
void on(StepBuilder& builder, const input::CardRead& input);
void on(StepBuilder& builder, const input::NumberChecked& input);
void on(StepBuilder& builder, const input::PhotoRead& input);
void on(StepBuilder& builder, const input::PhotoMissing& input);
void on(StepBuilder& builder, const input::PhotoUnusable& input);
void on(StepBuilder& builder, const input::CameraFailed& input);
void on(StepBuilder& builder, const input::Proved& input);
void on(StepBuilder& builder, const input::FaceCompared& input);
void on(StepBuilder& builder, const input::PinTries& input);
void on(StepBuilder& builder, const input::PinEntered& input);
void on(StepBuilder& builder, const input::PinChecked& input);
void on(StepBuilder& builder, const input::StaffDecided& input);
void touched_while_identifying(StepBuilder& builder, const input::Touched& input);

// service_step.cpp: steps 7 to 9
void on(StepBuilder& builder, const input::CertificateAnswered& input);
void on(StepBuilder& builder, const input::RegistrationAnswered& input);
void on(StepBuilder& builder, const input::Enrolled& input);
void on(StepBuilder& builder, const input::EligibilityAnswered& input);
void on(StepBuilder& builder, const input::ServiceSilent& input);
void touched_notice_or_registration(StepBuilder& builder, const input::Touched& input);
void leave_notice(StepBuilder& builder);

// consent.cpp: steps 10 and 11
void on(StepBuilder& builder, const input::Stored& input);
void on(StepBuilder& builder, const input::LimitDue& input);
void begin_consent(StepBuilder& builder);
void answer_all(StepBuilder& builder, bool given);
void answer_one(StepBuilder& builder, bool given);
void answer_limit(StepBuilder& builder, bool given);
void choose_form(StepBuilder& builder, record::PrescriptionForm form);
void ask_form_or_store(StepBuilder& builder);
void touched_consent(StepBuilder& builder, const input::Touched& input);

// specific_disease_step.cpp: 特定疾病療養受療証, in steps 9 to 11
void learn_of_disease(StepBuilder& builder, bool holds);
bool ask_own_disease(StepBuilder& builder);
bool ask_late_disease(StepBuilder& builder);
void answer_disease(StepBuilder& builder, bool given);
void disease_stored(StepBuilder& builder);

// ending.cpp: steps 1, 12 to 14, and inputs that are possible at any time
void on(StepBuilder& builder, const input::CardInserted& input);
void on(StepBuilder& builder, const input::CardTaken& input);
void on(StepBuilder& builder, const input::TimedOut& input);
void on(StepBuilder& builder, const input::Touched& input);
void on(StepBuilder& builder, const input::StaffModeSet& input);
void on(StepBuilder& builder, const input::CardLeft& input);

// phone_step.cpp: a smartphone used instead of the card
void on(StepBuilder& builder, const input::PhoneHeld& input);
void on(StepBuilder& builder, const input::PhoneChecked& input);
void on(StepBuilder& builder, const input::Parted& input);
void touched_by_phone(StepBuilder& builder, const input::Touched& input);
void phone_pin_entered(StepBuilder& builder);

/// The patient is identified: steps 7 to 9 begin.
void confirm(StepBuilder& builder, Identity identity, record::Method method);

/// The answers are stored or void: forgets them.
void forget_answers(StepBuilder& builder);

/// Ends the reception without completion; the screen says why.
void abort_reception(StepBuilder& builder, record::AbortReason reason, record::Screen screen);

/// The card is out and nothing is pending: forgets everything and waits for the next card.
void become_idle(StepBuilder& builder);

}  // namespace uketsuke::conformance
