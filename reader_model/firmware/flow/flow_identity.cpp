// Steps 3 to 6 of docs/reception-flow.md: identification.

#include "reader_model/firmware/flow/flow.h"

namespace uketsuke::reader {

using record::Button;
using record::Method;
using record::Refusal;
using record::Screen;

void Flow::on_identity_touch(Button button, Actions& out) {
  const bool offers_face = !reception_.face_used_up;
  switch (stage_) {
    case Stage::choosing:
    case Stage::pin_locked:
      if (button == Button::face && offers_face) start_face(out);
      if (button == Button::pin && stage_ == Stage::choosing && !reception_.pin_used_up) start_pin(out);
      return;
    case Stage::pin_wrong:
      if (button == Button::retry) start_pin(out);
      if (button == Button::face && offers_face) start_face(out);
      return;
    case Stage::face_failed:
      if (button == Button::retry) start_face(out);
      if (button == Button::pin && !reception_.pin_used_up) start_pin(out);
      return;
    default:
      return;
  }
}

void Flow::on_pin(const Input& input, Actions& out) {
  if (const auto* tries = std::get_if<input::PinTries>(&input)) {
    if (stage_ != Stage::asking_tries) return;
    if (tries->left == 0) return pin_over(out);
    stage_ = Stage::typing_pin;
    return ask(Screen::enter_pin, {}, out, tries->left);
  }
  if (std::holds_alternative<input::PinTyped>(input) && stage_ == Stage::typing_pin) {
    stage_ = Stage::checking_pin;
    out.emplace_back(action::StopTimer{});
    out.emplace_back(action::CheckPin{});
    return;
  }
  if (const auto* checked = std::get_if<input::PinChecked>(&input)) {
    if (stage_ != Stage::checking_pin) return;
    if (checked->result == record::SecretCheck::accepted) return identified(Method::pin, out);
    if (checked->tries_left == 0) return pin_over(out);
    out.emplace_back(action::Refuse{Method::pin, Refusal::pin_wrong});
    stage_ = Stage::pin_wrong;
    std::vector<Button> buttons = {Button::retry};
    if (!reception_.face_used_up) buttons.push_back(Button::face);
    return ask(Screen::pin_wrong, buttons, out, checked->tries_left);
  }
}

void Flow::on_identity(const Input& input, Actions& out) {
  if (const auto* touched = std::get_if<input::Touched>(&input))
    return on_identity_touch(touched->button, out);
  if (const auto* impossible = std::get_if<input::FaceImpossible>(&input)) {
    if (stage_ != Stage::preparing_face && stage_ != Stage::facing) return;
    if (stage_ == Stage::facing) {
      out.emplace_back(action::StopTimer{});
      out.emplace_back(action::StopWatching{});
    }
    out.emplace_back(action::Refuse{Method::face, impossible->reason});
    return face_over(out);
  }
  if (std::holds_alternative<input::FaceReady>(input) && stage_ == Stage::preparing_face) {
    stage_ = Stage::facing;
    out.emplace_back(action::Show{Screen::face_guide, {}});
    out.emplace_back(action::SetTimer{TimerPurpose::face});
    out.emplace_back(action::WatchFace{});
    return;
  }
  if (const auto* judged = std::get_if<input::FaceJudged>(&input)) {
    if (stage_ != Stage::facing) return;
    if (judged->result == record::FaceResult::match) return identified(Method::face, out);
    return face_refused(
        judged->result == record::FaceResult::not_live ? Refusal::not_live : Refusal::face_mismatch, out);
  }
  on_pin(input, out);
  if (const auto* decided = std::get_if<input::VisualCheckDecided>(&input)) {
    if (stage_ != Stage::visual_check) return;
    if (decided->same_person) return identified(Method::visual, out);
    out.emplace_back(action::Refuse{Method::visual, Refusal::visual_mismatch});
    nothing_left(out);
  }
}

void Flow::ask_method(Actions& out) {
  if (!settings_.camera) reception_.face_used_up = true;
  std::vector<Button> buttons;
  if (!reception_.face_used_up) buttons.push_back(Button::face);
  if (!reception_.pin_used_up) buttons.push_back(Button::pin);
  stage_ = Stage::choosing;
  ask(Screen::choose_method, buttons, out);
}

void Flow::start_face(Actions& out) {
  stage_ = Stage::preparing_face;
  out.emplace_back(action::StopTimer{});
  out.emplace_back(action::PrepareFace{});
}

void Flow::start_pin(Actions& out) {
  stage_ = Stage::asking_tries;
  out.emplace_back(action::StopTimer{});
  out.emplace_back(action::AskPinTries{});
}

void Flow::face_refused(Refusal reason, Actions& out) {
  out.emplace_back(action::StopWatching{});
  out.emplace_back(action::Refuse{Method::face, reason});
  if (++reception_.face_attempts >= settings_.face_attempts) return face_over(out);
  stage_ = Stage::face_failed;
  std::vector<Button> buttons = {Button::retry};
  if (!reception_.pin_used_up) buttons.push_back(Button::pin);
  ask(Screen::face_failed, buttons, out);
}

void Flow::face_over(Actions& out) {
  reception_.face_used_up = true;
  if (reception_.pin_used_up) return nothing_left(out);
  ask_method(out);
}

void Flow::pin_over(Actions& out) {
  out.emplace_back(action::Refuse{Method::pin, Refusal::pin_locked});
  reception_.pin_used_up = true;
  if (reception_.face_used_up) return nothing_left(out);
  stage_ = Stage::pin_locked;
  ask(Screen::pin_locked, {Button::face}, out);
}

void Flow::nothing_left(Actions& out) {
  abort(record::AbortReason::identity_failed, Screen::identity_failed, out);
}

void Flow::identified(Method method, Actions& out) {
  out.emplace_back(action::StopTimer{});
  out.emplace_back(action::StopWatching{});
  reception_.by_staff = method == Method::visual;
  out.emplace_back(action::Confirm{method});
  out.emplace_back(action::Show{Screen::checking, {}});
  request(Stage::certificate, action::AskCertificate{}, out);
}

}  // namespace uketsuke::reader
