// 特定疾病療養受療証: a separate consent, asked only of holders of such a certificate, in steps 10 and 11 of
// docs/reception-flow.md.

#include "conformance/consent_engine/step_builder.h"

namespace uketsuke::conformance {

using record::Button;
using record::Category;
using record::Screen;

namespace {

constexpr Category kDisease = Category::specific_diseases_certificate;

void ask(StepBuilder& builder, Phase phase, const char* requirement) {
  builder.go(phase);
  builder.emit(output::Show{Screen::specific_disease, {Button::provide, Button::do_not_provide}},
               requirement);
}

}  // namespace

void learn_of_disease(StepBuilder& builder, bool holds) {
  const bool asked = builder.setting.specific_disease != SpecificDiseaseQuestion::not_asked;
  builder.state.asks_disease = holds && asked && builder.asks_medical();
}

/// From the reform on: asks after the consents to medical information. @return whether the patient is asked
bool ask_own_disease(StepBuilder& builder) {
  if (!builder.state.asks_disease || builder.setting.specific_disease != SpecificDiseaseQuestion::own_screen)
    return false;
  ask(builder, Phase::own_disease, "TSR-07");
  return true;
}

/// Until the reform: asks after the answer to the limit. @return whether the patient is asked
bool ask_late_disease(StepBuilder& builder) {
  if (!builder.state.asks_disease || !builder.state.card_in ||
      builder.setting.specific_disease != SpecificDiseaseQuestion::behind_limit)
    return false;
  ask(builder, Phase::late_disease, "TSR-04");
  return true;
}

void answer_disease(StepBuilder& builder, bool given) {
  if (given) builder.state.given.add(kDisease);
  if (builder.was.phase == Phase::own_disease) return ask_form_or_store(builder);
  builder.go(Phase::disease_storing);
  builder.may_show_checking();
}

void disease_stored(StepBuilder& builder) {
  const bool given = builder.was.given.has(kDisease);
  builder.emit(output::Record{kDisease, given}, "TSR-02");
  if (given) builder.emit(output::Release{kDisease}, "TSR-02");
}

}  // namespace uketsuke::conformance
