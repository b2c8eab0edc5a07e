// Steps 11 to 14 of docs/reception-flow.md: complete, limit information, card taken.

#include "reader_model/firmware/flow/flow.h"

namespace uketsuke::reader {

using record::Button;
using record::Category;
using record::Screen;

void Flow::on_end(const Input& input, Actions& out) {
  if (std::holds_alternative<input::OrderDone>(input)) {
    if (stage_ == Stage::storing) return completed(out);
    if (stage_ != Stage::limit_storing && stage_ != Stage::late_disease_storing) return;
    out.emplace_back(action::StopTimer{});
    const bool disease = settings_.disease == DiseaseQuestion::after_limit && reception_.disease_open;
    if (disease && reception_.card_present) return ask_disease(Stage::late_disease_ask, out);
    if (reception_.card_present) out.emplace_back(action::Show{Screen::take_card, {}});
    return wait_for_removal(out);
  }
  if (const auto* touched = std::get_if<input::Touched>(&input)) {
    const bool provide = touched->button == Button::provide;
    if (!provide && touched->button != Button::do_not_provide) return;
    if (stage_ == Stage::limit_ask) answer_limit(provide, out);
    if (stage_ == Stage::late_disease_ask) answer_disease(provide, out);
  }
}

void Flow::completed(Actions& out) {
  out.emplace_back(action::StopTimer{});
  out.emplace_back(action::Complete{});
  out.emplace_back(action::SetLamp{record::LampColor::green});
  out.emplace_back(action::Show{Screen::done, {}, -1, reception_.by_phone});
  if (settings_.limit_screen && reception_.card_present && !reception_.by_phone) {
    stage_ = Stage::done;
    out.emplace_back(action::SetTimer{TimerPurpose::done_before_limit});
    return;
  }
  wait_for_removal(out);
}

void Flow::answer_limit(bool given, Actions& out) {
  request(Stage::limit_storing,
          action::SendConsents{{{Category::limit_application_certificate, given}}, {}, {}}, out);
}

}  // namespace uketsuke::reader
