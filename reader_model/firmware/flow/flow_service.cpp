// Steps 7 to 9 of docs/reception-flow.md: certificate, registration, eligibility.

#include "reader_model/firmware/flow/flow.h"

namespace uketsuke::reader {

using record::AbortReason;
using record::Button;
using record::CertificateStatus;
using record::Screen;

void Flow::on_service(const Input& input, Actions& out) {
  if (const auto* answer = std::get_if<input::CertificateAnswer>(&input)) {
    if (stage_ != Stage::certificate) return;
    CertificateStatus status = answer->status;
    if (reception_.by_phone) {  // a phone's certificate has no grace period
      if (!settings_.phone_grace && status == CertificateStatus::in_grace)
        status = CertificateStatus::expired;
      if (settings_.phone_grace && status == CertificateStatus::expired) status = CertificateStatus::in_grace;
    }
    switch (status) {
      case CertificateStatus::valid:
        return ask_registration(out);
      case CertificateStatus::in_grace:
        reception_.in_grace = true;
        return show_notice(out);
      case CertificateStatus::expires_soon:
        return show_notice(out);
      case CertificateStatus::suspended:
        if (!settings_.suspended_ends_reception) {
          reception_.in_grace = true;
          return show_notice(out);
        }
        [[fallthrough]];
      case CertificateStatus::expired:
      case CertificateStatus::revoked:
      case CertificateStatus::untrusted:
        return abort(AbortReason::certificate_invalid, Screen::certificate_invalid, out);
    }
  }
  if (const auto* touched = std::get_if<input::Touched>(&input)) {
    if (stage_ == Stage::notice && touched->button == Button::confirm) return ask_registration(out);
    if (stage_ != Stage::registration_ask) return;
    if (touched->button == Button::enroll) {
      out.emplace_back(action::Show{Screen::checking, {}});
      return request(Stage::registration_order, action::OrderRegistration{}, out);
    }
    if (touched->button == Button::do_not_enroll)
      abort(AbortReason::registration_refused, Screen::take_card, out);
    return;
  }
  if (const auto* answer = std::get_if<input::RegistrationAnswer>(&input)) {
    if (stage_ != Stage::registration_query) return;
    if (answer->registered) return request(Stage::eligibility, action::AskEligibility{}, out);
    if (reception_.by_phone && !settings_.phone_registers)
      return abort(AbortReason::phone_not_registered, Screen::phone_not_registered, out);
    stage_ = Stage::registration_ask;
    return ask(Screen::registration, {Button::enroll, Button::do_not_enroll}, out);
  }
  if (std::holds_alternative<input::OrderDone>(input) && stage_ == Stage::registration_order) {
    return request(Stage::eligibility, action::AskEligibility{}, out);
  }
  if (const auto* answer = std::get_if<input::EligibilityAnswer>(&input)) {
    if (stage_ != Stage::eligibility) return;
    const bool insured = answer->validity == record::Validity::valid ||
                         answer->validity == record::Validity::valid_unregistered;
    if (!insured) return abort(AbortReason::not_insured, Screen::not_insured, out);
    reception_.disease_open = answer->specific_disease && may_ask_about_health();
    ask_consents(out);
  }
}

void Flow::show_notice(Actions& out) {
  stage_ = Stage::notice;
  out.emplace_back(action::Show{Screen::certificate_notice, {Button::confirm}});
  out.emplace_back(action::SetTimer{TimerPurpose::notice});
}

void Flow::ask_registration(Actions& out) {
  request(Stage::registration_query, action::AskRegistration{}, out);
}

}  // namespace uketsuke::reader
