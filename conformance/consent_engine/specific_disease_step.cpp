// 特定疾病療養受療証: a consent of its own, asked of those who hold such a certificate, in steps 10 and 11 of
// docs/reception-flow.md.

#include "conformance/consent_engine/move.h"

namespace uketsuke::conformance {

using record::Button;
using record::Category;
using record::Screen;

namespace {

constexpr Category kDisease = Category::specific_diseases_certificate;

void ask(Move& move, Phase phase, const char* requirement) {
  move.go(phase);
  move.emit(output::Show{Screen::specific_disease, {Button::provide, Button::do_not_provide}}, requirement);
}

}  // namespace

void learn_of_disease(Move& move, bool holds) {
  const bool asked = move.setting.specific_disease != SpecificDiseaseQuestion::not_asked;
  move.state.asks_disease = holds && asked && move.asks_medical();
}

/// From the reform, behind the consents to medical information. @return whether he is asked
bool ask_own_disease(Move& move) {
  if (!move.state.asks_disease || move.setting.specific_disease != SpecificDiseaseQuestion::own_screen)
    return false;
  ask(move, Phase::own_disease, "TSR-07");
  return true;
}

/// Until the reform, behind the answer to the limit. @return whether he is asked
bool ask_late_disease(Move& move) {
  if (!move.state.asks_disease || !move.state.card_in ||
      move.setting.specific_disease != SpecificDiseaseQuestion::behind_limit)
    return false;
  ask(move, Phase::late_disease, "TSR-04");
  return true;
}

void answer_disease(Move& move, bool given) {
  if (given) move.state.given.add(kDisease);
  if (move.was.phase == Phase::own_disease) return ask_form_or_store(move);
  move.go(Phase::disease_storing);
  move.may_show_checking();
}

void disease_stored(Move& move) {
  const bool given = move.was.given.has(kDisease);
  move.emit(output::Record{kDisease, given}, "TSR-02");
  if (given) move.emit(output::Release{kDisease}, "TSR-02");
}

}  // namespace uketsuke::conformance
