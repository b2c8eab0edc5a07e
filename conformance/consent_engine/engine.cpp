#include "conformance/consent_engine/engine.h"

#include "conformance/consent_engine/step_builder.h"

namespace uketsuke::conformance {

using record::Screen;

Step step(const Setting& setting, const State& state, const Input& input) {
  Step result;
  StepBuilder builder{setting, state, state, result};
  std::visit([&builder](const auto& which) { on(builder, which); }, input);
  result.next = result.possible ? builder.state : state;
  return result;
}

std::optional<Screen> question_of(const Setting& setting, const State& state) {
  switch (state.phase) {
    case Phase::choosing:
      return Screen::choose_method;
    case Phase::visual:
      return Screen::visual_check;
    case Phase::face_failed:
      return Screen::face_failed;
    case Phase::pin_entry:
      return Screen::enter_pin;
    case Phase::pin_wrong:
      return Screen::pin_wrong;
    case Phase::pin_locked:
      return Screen::pin_locked;
    case Phase::notice:
      return Screen::certificate_notice;
    case Phase::enroll_question:
      return Screen::registration;
    case Phase::consent_all:
      return Screen::consent_all;
    case Phase::consent:
      return setting.order[state.question];
    case Phase::prescription:
      return Screen::prescription_form;
    case Phase::limit:
      return Screen::limit;
    case Phase::own_disease:
    case Phase::late_disease:
      return Screen::specific_disease;
    case Phase::phone_kind:
      return Screen::phone_kind;
    case Phase::phone_pin:
      return Screen::enter_pin;
    case Phase::phone_hold:
      return Screen::hold_phone;
    case Phase::phone_pin_wrong:
      return Screen::pin_wrong;
    case Phase::phone_failed:
      return Screen::phone_failed;
    default:
      return std::nullopt;
  }
}

std::optional<Screen> touchable(const Setting& setting, const State& state) {
  if (state.phase == Phase::idle && setting.smartphone) return Screen::idle;
  return question_of(setting, state);
}

bool waits_for_service(const State& state) {
  switch (state.phase) {
    case Phase::certificate:
    case Phase::registration:
    case Phase::enrolling:
    case Phase::eligibility:
    case Phase::storing:
    case Phase::limit_storing:
    case Phase::disease_storing:
      return true;
    default:
      return false;
  }
}

}  // namespace uketsuke::conformance
