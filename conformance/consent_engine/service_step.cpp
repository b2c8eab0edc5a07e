// Steps 7 to 9 of docs/reception-flow.md: certificate, registration, eligibility.

#include "conformance/consent_engine/step_builder.h"

namespace uketsuke::conformance {

using record::AbortReason;
using record::Button;
using record::CertificateStatus;
using record::Screen;
using record::Validity;

namespace {

const char* requirement_of(CertificateStatus status) {
  switch (status) {
    case CertificateStatus::valid:
      return "CERT-01";
    case CertificateStatus::expires_soon:
      return "CERT-06";
    case CertificateStatus::in_grace:
      return "CERT-07";
    case CertificateStatus::expired:
      return "CERT-02";
    case CertificateStatus::suspended:
      return "CERT-03";
    case CertificateStatus::revoked:
      return "CERT-04";
    case CertificateStatus::untrusted:
      return "CERT-05";
  }
  return "CERT-01";
}

const char* requirement_of(Validity validity) {
  switch (validity) {
    case Validity::valid:
      return "ELIG-01";
    case Validity::invalid:
      return "ELIG-02";
    case Validity::invalid_newer_exists:
      return "ELIG-03";
    case Validity::none:
      return "ELIG-04";
    case Validity::several:
      return "ELIG-05";
    case Validity::valid_unregistered:
      return "ELIG-06";
  }
  return "ELIG-01";
}

void ask_to_confirm_notice(StepBuilder& builder) {
  builder.go(Phase::notice);
  builder.show(Screen::certificate_notice, {Button::confirm});
}

}  // namespace

void on(StepBuilder& builder, const input::CertificateAnswered& input) {
  if (builder.was.phase != Phase::certificate) return;
  builder.take(requirement_of(input.status));
  builder.state.held.add(record::WipedItem::certificate);
  switch (input.status) {
    case CertificateStatus::valid:
      builder.go(Phase::registration);
      return;
    case CertificateStatus::expires_soon:
    case CertificateStatus::in_grace:
      if (input.status == CertificateStatus::in_grace && builder.was.by_phone() &&
          !builder.setting.phone_grace) {
        builder.take("PHONE-06");
        abort_reception(builder, AbortReason::certificate_invalid, Screen::certificate_invalid);
        return;
      }
      builder.state.in_grace = input.status == CertificateStatus::in_grace;
      ask_to_confirm_notice(builder);
      return;
    case CertificateStatus::suspended:
      if (builder.setting.suspended_certificate_as_revoked) break;
      builder.state.in_grace = true;
      ask_to_confirm_notice(builder);
      return;
    default:
      break;
  }
  abort_reception(builder, AbortReason::certificate_invalid, Screen::certificate_invalid);
}

void leave_notice(StepBuilder& builder) {
  builder.take(builder.was.in_grace ? "CERT-07" : "CERT-06");
  builder.go(Phase::registration);
  builder.may_show_checking();
}

void on(StepBuilder& builder, const input::RegistrationAnswered& input) {
  if (builder.was.phase != Phase::registration) return;
  builder.take("REG-01");
  if (input.registered) {
    builder.go(Phase::eligibility);
    return;
  }
  if (builder.was.by_phone() && !builder.setting.phone_registers) {
    builder.take("PHONE-07");
    abort_reception(builder, AbortReason::phone_not_registered, Screen::phone_not_registered);
    return;
  }
  builder.go(Phase::enroll_question);
  builder.show(Screen::registration, {Button::enroll, Button::do_not_enroll});
}

void touched_notice_or_registration(StepBuilder& builder, const input::Touched& input) {
  if (input.screen == Screen::certificate_notice && input.button == Button::confirm) {
    leave_notice(builder);
  } else if (input.screen == Screen::registration && input.button == Button::enroll) {
    builder.take("REG-02");
    builder.go(Phase::enrolling);
    builder.may_show_checking();
  } else if (input.screen == Screen::registration && input.button == Button::do_not_enroll) {
    builder.take("REG-03");
    abort_reception(builder, AbortReason::registration_refused, Screen::take_card);
  }
}

void on(StepBuilder& builder, const input::Enrolled&) {
  if (builder.was.phase != Phase::enrolling) return;
  builder.take("REG-02");
  builder.go(Phase::eligibility);
}

void on(StepBuilder& builder, const input::EligibilityAnswered& input) {
  if (builder.was.phase != Phase::eligibility) return;
  builder.take(requirement_of(input.validity));
  if (input.validity == Validity::valid || input.validity == Validity::valid_unregistered) {
    learn_of_disease(builder, input.specific_disease);
    begin_consent(builder);
  } else {
    abort_reception(builder, AbortReason::not_insured, Screen::not_insured);
  }
}

void on(StepBuilder& builder, const input::ServiceSilent&) {
  if (!waits_for_service(builder.was)) return;
  builder.take("NET-01");
  const bool complete =
      builder.was.phase == Phase::limit_storing || builder.was.phase == Phase::disease_storing;
  if (complete) {  // the completed reception stays completed
    forget_answers(builder);
    builder.go(Phase::ended);
    builder.emit(output::Show{Screen::service_unavailable, {}}, "NET-01", true);
    builder.emit(output::Show{Screen::take_card, {}}, "NET-01", !builder.state.card_in);
  } else {
    abort_reception(builder, AbortReason::service_unavailable, Screen::service_unavailable);
  }
  if (!builder.attended()) become_idle(builder);
}

}  // namespace uketsuke::conformance
