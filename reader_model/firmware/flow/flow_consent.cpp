// Step 10 of docs/reception-flow.md: what may be given to the doctor or pharmacist.

#include <algorithm>

#include "reader_model/firmware/flow/flow.h"

namespace uketsuke::reader {

using record::Button;
using record::Category;
using record::Screen;

std::vector<Category> categories_of(Screen screen, const std::set<Category>& asks) {
  std::vector<Category> on_screen;
  switch (screen) {
    case Screen::consent_medicines:
      on_screen = {Category::diagnosis_info, Category::pharmacists_info};
      break;
    case Screen::consent_operations:
      on_screen = {Category::operation_info};
      break;
    case Screen::consent_health_checkups:
      on_screen = {Category::specific_health_checkups_info};
      break;
    default:
      break;
  }
  on_screen.erase(
      std::remove_if(on_screen.begin(), on_screen.end(), [&](Category c) { return asks.count(c) == 0; }),
      on_screen.end());
  return on_screen;
}

void Flow::ask_consents(Actions& out) {
  out.emplace_back(action::StopTimer{});
  reception_.questions.clear();
  if (may_ask_about_health()) {
    for (const Screen screen : settings_.consent_order) {
      if (!categories_of(screen, settings_.asks).empty()) reception_.questions.push_back(screen);
    }
  }
  if (reception_.questions.empty()) return store(out);
  if (settings_.consent_all) {
    stage_ = Stage::consent_all;
    std::vector<Button> buttons = {Button::agree_all, Button::individually};
    if (settings_.refuse_all_button) buttons.push_back(Button::refuse_all);
    return ask(Screen::consent_all, buttons, out);
  }
  ask_next_question(out);
}

void Flow::on_consent(const Input& input, Actions& out) {
  const auto* touched = std::get_if<input::Touched>(&input);
  if (touched == nullptr) return;
  if (stage_ == Stage::consent_all) {
    if (touched->button == Button::agree_all) answer_all(true, out);
    if (touched->button == Button::individually) ask_next_question(out);
    if (touched->button == Button::refuse_all && settings_.refuse_all_button) answer_all(false, out);
    return;
  }
  if (stage_ == Stage::disease_ask) {
    if (touched->button == Button::provide) answer_disease(true, out);
    if (touched->button == Button::do_not_provide) answer_disease(false, out);
    return;
  }
  if (stage_ == Stage::prescription_ask) {
    if (touched->button == Button::electronic) choose_prescription(record::PrescriptionForm::electronic, out);
    if (touched->button == Button::paper) choose_prescription(record::PrescriptionForm::paper, out);
    return;
  }
  if (touched->button == Button::agree) answer_question(true, out);
  if (touched->button == Button::refuse) answer_question(false, out);
}

void Flow::ask_next_question(Actions& out) {
  if (reception_.questions.empty()) return store(out);
  stage_ = Stage::consent_each;
  ask(reception_.questions.front(), {Button::agree, Button::refuse}, out);
}

void Flow::answer_all(bool given, Actions& out) {
  for (const Screen question : reception_.questions) {
    for (const Category category : categories_of(question, settings_.asks))
      reception_.answers.emplace_back(category, given);
  }
  reception_.questions.clear();
  if (settings_.disease_in_consent_all && reception_.disease_open) {
    reception_.disease_open = false;
    reception_.answers.emplace_back(Category::specific_diseases_certificate, given);
  }
  store(out);
}

void Flow::answer_question(bool given, Actions& out) {
  for (const Category category : categories_of(reception_.questions.front(), settings_.asks)) {
    reception_.answers.emplace_back(category, given);
  }
  reception_.questions.erase(reception_.questions.begin());
  ask_next_question(out);
}

void Flow::choose_prescription(record::PrescriptionForm form, Actions& out) {
  reception_.prescription = form;
  store(out);
}

void Flow::store(Actions& out) {
  if (settings_.disease == DiseaseQuestion::own_question && reception_.disease_open)
    return ask_disease(Stage::disease_ask, out);
  if (settings_.prescription_form && !reception_.prescription) {
    stage_ = Stage::prescription_ask;
    return ask(Screen::prescription_form, {Button::electronic, Button::paper}, out);
  }
  action::SendConsents consents{reception_.answers, {Category::eligibility}, reception_.prescription};
  if (!settings_.limit_screen) consents.automatic.push_back(Category::limit_application_certificate);
  out.emplace_back(action::Show{Screen::checking, {}});
  request(Stage::storing, consents, out);
}

}  // namespace uketsuke::reader
