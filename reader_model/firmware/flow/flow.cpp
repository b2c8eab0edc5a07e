#include "reader_model/firmware/flow/flow.h"

#include <type_traits>

namespace uketsuke::reader {

using record::AbortReason;
using record::Button;
using record::Screen;

namespace {

/// The part of the flow that handles the inputs of a stage.
enum class Part { none, phone, identity, service, consent, end };

Part part_of(Stage stage) {
  switch (stage) {
    case Stage::idle:
    case Stage::phone_kind:
    case Stage::phone_pin:
    case Stage::phone_hold:
    case Stage::phone_reading:
    case Stage::phone_pin_wrong:
    case Stage::phone_failed:
      return Part::phone;
    case Stage::identifying:
    case Stage::parting:
      break;
    case Stage::choosing:
    case Stage::preparing_face:
    case Stage::facing:
    case Stage::face_failed:
    case Stage::asking_tries:
    case Stage::typing_pin:
    case Stage::checking_pin:
    case Stage::pin_wrong:
    case Stage::pin_locked:
    case Stage::visual_check:
      return Part::identity;
    case Stage::certificate:
    case Stage::notice:
    case Stage::registration_query:
    case Stage::registration_ask:
    case Stage::registration_order:
    case Stage::eligibility:
      return Part::service;
    case Stage::consent_all:
    case Stage::consent_each:
    case Stage::disease_ask:
    case Stage::prescription_ask:
      return Part::consent;
    case Stage::storing:
    case Stage::done:
    case Stage::limit_ask:
    case Stage::limit_storing:
    case Stage::late_disease_ask:
    case Stage::late_disease_storing:
    case Stage::card_out:
      return Part::end;
  }
  return Part::none;
}

}  // namespace

Actions Flow::handle(const Input& input) {
  Actions out;
  if (const auto* time_out = std::get_if<input::TimedOut>(&input)) {
    on_time_out(*time_out, out);
    return out;
  }
  if (std::holds_alternative<input::CardIn>(input) || std::holds_alternative<input::CardOut>(input) ||
      std::holds_alternative<input::CardIdentified>(input)) {
    on_card(input, out);
    return out;
  }
  switch (part_of(stage_)) {
    case Part::phone:
      on_phone(input, out);
      break;
    case Part::identity:
      on_identity(input, out);
      break;
    case Part::service:
      on_service(input, out);
      break;
    case Part::consent:
      on_consent(input, out);
      break;
    case Part::end:
      on_end(input, out);
      break;
    case Part::none:
      break;
  }
  return out;
}

std::string Flow::fingerprint() const {
  std::string bytes;
  const auto put = [&bytes](auto value) {
    if constexpr (std::is_enum_v<decltype(value)>) static_assert(kEnumCount<decltype(value)> <= 256);
    bytes += static_cast<char>(value);
  };
  put(stage_);
  put(staff_mode_);
  put(reception_.face_attempts);
  for (const bool bit : {reception_.face_used_up, reception_.pin_used_up, reception_.in_grace,
                         reception_.card_present, reception_.by_staff, reception_.disease_open})
    put(bit);
  put(reception_.questions.size());
  for (const Screen question : reception_.questions) put(question);
  for (const auto& [category, given] : reception_.answers) {
    put(category);
    put(given);
  }
  put(reception_.prescription ? static_cast<int>(*reception_.prescription) : -1);
  put(reception_.by_phone);
  put(reception_.phone ? static_cast<int>(*reception_.phone) : -1);
  put(reception_.phone_attempts);
  return bytes;
}

void Flow::on_card(const Input& input, Actions& out) {
  if (std::holds_alternative<input::CardIn>(input)) {
    if (stage_ != Stage::idle) return;
    reception_ = {};
    stage_ = Stage::identifying;
    out.emplace_back(action::SetLamp{record::LampColor::blue});
    out.emplace_back(action::Show{Screen::reading, {}});
    out.emplace_back(action::IdentifyCard{});
    return;
  }
  if (const auto* identified = std::get_if<input::CardIdentified>(&input)) {
    if (stage_ != Stage::identifying) return;
    switch (identified->kind) {
      case record::CardKind::unreadable:
        abort(AbortReason::card_not_recognised, Screen::card_not_recognised, out);
        return;
      case record::CardKind::other:
        abort(AbortReason::not_my_number_card, Screen::not_my_number_card, out);
        return;
      case record::CardKind::individual_number:
        break;
    }
    if (staff_mode_ == record::StaffMode::visual_check) {
      stage_ = Stage::visual_check;
      ask(Screen::visual_check, {}, out);
    } else {
      ask_method(out);
    }
    return;
  }
  // The card was removed.
  if (stage_ == Stage::idle || reception_.by_phone) return;
  reception_.card_present = false;
  switch (stage_) {
    case Stage::storing:
    case Stage::limit_storing:
    case Stage::late_disease_storing:
      return;  // no question is left: the reception completes first
    case Stage::done:
    case Stage::limit_ask:
    case Stage::late_disease_ask:
    case Stage::card_out:
      break;
    default:
      out.emplace_back(action::Abort{AbortReason::card_removed});
  }
  finish(out);
}

void Flow::on_time_out(const input::TimedOut& time_out, Actions& out) {
  switch (time_out.purpose) {
    case TimerPurpose::screen:
      out.emplace_back(action::NoteTimeOut{});
      if (stage_ == Stage::consent_all) return answer_all(false, out);
      if (stage_ == Stage::consent_each) return answer_question(false, out);
      if (stage_ == Stage::prescription_ask) return choose_prescription(record::PrescriptionForm::paper, out);
      if (stage_ == Stage::limit_ask) {
        reception_.disease_open = false;  // the patient has left
        return answer_limit(false, out);
      }
      if (stage_ == Stage::disease_ask || stage_ == Stage::late_disease_ask)
        return answer_disease(false, out);
      return abort(AbortReason::timed_out, Screen::take_card, out);
    case TimerPurpose::face:
      return face_refused(record::Refusal::no_face, out);
    case TimerPurpose::notice:
      return ask_registration(out);
    case TimerPurpose::done_before_limit:
      stage_ = Stage::limit_ask;
      return ask(Screen::limit, {Button::provide, Button::do_not_provide}, out);
    case TimerPurpose::card_left:
      out.emplace_back(action::Alarm{true});
      return;
    case TimerPurpose::service:
      out.emplace_back(action::NoteServiceSilent{});
      // The reception is already complete; only the late answer is lost.
      if (stage_ == Stage::limit_storing || stage_ == Stage::late_disease_storing) {
        out.emplace_back(action::Show{Screen::take_card, {}});
        return wait_for_removal(out);
      }
      return abort(AbortReason::service_unavailable, Screen::service_unavailable, out);
    case TimerPurpose::done_without_card:
      return finish(out);
  }
}

void Flow::ask(Screen screen, std::vector<Button> buttons, Actions& out, int tries_left) {
  out.emplace_back(action::Show{screen, std::move(buttons), tries_left});
  out.emplace_back(action::SetTimer{TimerPurpose::screen});
}

void Flow::request(Stage stage, Action action, Actions& out) {
  stage_ = stage;
  out.emplace_back(action::SetTimer{TimerPurpose::service});
  out.emplace_back(std::move(action));
}

void Flow::abort(AbortReason reason, Screen screen, Actions& out) {
  if (reception_.by_phone && screen == Screen::take_card) screen = Screen::phone_ended;
  out.emplace_back(action::StopWatching{});
  out.emplace_back(action::Abort{reason});
  out.emplace_back(action::SetLamp{record::LampColor::red});
  out.emplace_back(action::Show{screen, {}});
  wait_for_removal(out);
}

void Flow::wait_for_removal(Actions& out) {
  if (reception_.by_phone) {
    stage_ = Stage::parting;
    out.emplace_back(action::SetTimer{TimerPurpose::done_without_card});
    return;
  }
  stage_ = Stage::card_out;
  if (!reception_.card_present) return finish(out);
  out.emplace_back(action::SetTimer{TimerPurpose::card_left});
}

void Flow::finish(Actions& out) {
  out.emplace_back(action::StopTimer{});
  out.emplace_back(action::StopWatching{});
  out.emplace_back(action::Alarm{false});
  out.emplace_back(action::SetLamp{record::LampColor::off});
  out.emplace_back(action::Wipe{});
  out.emplace_back(action::BecomeIdle{});
  out.emplace_back(action::Show{Screen::idle, idle_buttons()});
  if (reception_.by_phone) out.emplace_back(action::OpenSlot{});
  reception_ = {};
  stage_ = Stage::idle;
}

}  // namespace uketsuke::reader
