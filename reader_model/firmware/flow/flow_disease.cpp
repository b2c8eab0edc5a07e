// 特定疾病療養受療証, in steps 9 to 11 of docs/reception-flow.md: a consent of its own.

#include "reader_model/firmware/flow/flow.h"

namespace uketsuke::reader {

using record::Button;
using record::Category;
using record::Screen;

/// No medical information with an expired certificate, so there is nothing to ask; and of a patient whom
/// staff had to identify only where the reader is set so.
bool Flow::may_ask_about_health() const {
  return !reception_.in_grace && (!reception_.by_staff || settings_.asks_after_visual_check);
}

void Flow::ask_disease(Stage stage, Actions& out) {
  reception_.disease_open = false;
  stage_ = stage;
  ask(Screen::specific_disease, {Button::provide, Button::do_not_provide}, out);
}

void Flow::answer_disease(bool given, Actions& out) {
  if (stage_ == Stage::disease_ask) {
    reception_.answers.emplace_back(Category::specific_diseases_certificate, given);
    return store(out);
  }
  request(Stage::late_disease_storing,
          action::SendConsents{{{Category::specific_diseases_certificate, given}}, {}, {}}, out);
}

}  // namespace uketsuke::reader
