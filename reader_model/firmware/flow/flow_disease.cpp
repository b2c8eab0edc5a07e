// 特定疾病療養受療証, in steps 9 to 11 of docs/reception-flow.md: a separate consent.

#include "reader_model/firmware/flow/flow.h"

namespace uketsuke::reader {

using record::Button;
using record::Category;
using record::Screen;

/// Whether questions about medical information are allowed: never with an expired certificate, and after a
/// visual check only if the reader is set so.
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
