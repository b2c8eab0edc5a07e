// Steps 7 to 9 of docs/reception-flow.md: certificate, registration, eligibility.

#include "conformance/consent_engine/move.h"

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

void ask_to_confirm_notice(Move& move) {
  move.go(Phase::notice);
  move.show(Screen::certificate_notice, {Button::confirm});
}

}  // namespace

void on(Move& move, const input::CertificateAnswered& input) {
  if (move.was.phase != Phase::certificate) return;
  move.take(requirement_of(input.status));
  move.state.held.add(record::WipedItem::certificate);
  switch (input.status) {
    case CertificateStatus::valid:
      move.go(Phase::registration);
      return;
    case CertificateStatus::expires_soon:
    case CertificateStatus::in_grace:
      if (input.status == CertificateStatus::in_grace && move.was.by_phone() && !move.setting.phone_grace) {
        move.take("PHONE-06");
        abort_reception(move, AbortReason::certificate_invalid, Screen::certificate_invalid);
        return;
      }
      move.state.in_grace = input.status == CertificateStatus::in_grace;
      ask_to_confirm_notice(move);
      return;
    case CertificateStatus::suspended:
      if (move.setting.suspended_certificate_as_revoked) break;
      move.state.in_grace = true;
      ask_to_confirm_notice(move);
      return;
    default:
      break;
  }
  abort_reception(move, AbortReason::certificate_invalid, Screen::certificate_invalid);
}

void leave_notice(Move& move) {
  move.take(move.was.in_grace ? "CERT-07" : "CERT-06");
  move.go(Phase::registration);
  move.may_show_checking();
}

void on(Move& move, const input::RegistrationAnswered& input) {
  if (move.was.phase != Phase::registration) return;
  move.take("REG-01");
  if (input.registered) {
    move.go(Phase::eligibility);
    return;
  }
  if (move.was.by_phone() && !move.setting.phone_registers) {
    move.take("PHONE-07");
    abort_reception(move, AbortReason::phone_not_registered, Screen::phone_not_registered);
    return;
  }
  move.go(Phase::enroll_question);
  move.show(Screen::registration, {Button::enroll, Button::do_not_enroll});
}

void touched_notice_or_registration(Move& move, const input::Touched& input) {
  if (input.screen == Screen::certificate_notice && input.button == Button::confirm) {
    leave_notice(move);
  } else if (input.screen == Screen::registration && input.button == Button::enroll) {
    move.take("REG-02");
    move.go(Phase::enrolling);
    move.may_show_checking();
  } else if (input.screen == Screen::registration && input.button == Button::do_not_enroll) {
    move.take("REG-03");
    abort_reception(move, AbortReason::registration_refused, Screen::take_card);
  }
}

void on(Move& move, const input::Enrolled&) {
  if (move.was.phase != Phase::enrolling) return;
  move.take("REG-02");
  move.go(Phase::eligibility);
}

void on(Move& move, const input::EligibilityAnswered& input) {
  if (move.was.phase != Phase::eligibility) return;
  move.take(requirement_of(input.validity));
  if (input.validity == Validity::valid || input.validity == Validity::valid_unregistered) {
    learn_of_disease(move, input.specific_disease);
    begin_consent(move);
  } else {
    abort_reception(move, AbortReason::not_insured, Screen::not_insured);
  }
}

void on(Move& move, const input::ServiceSilent&) {
  if (!waits_for_service(move.was)) return;
  move.take("NET-01");
  const bool complete = move.was.phase == Phase::limit_storing || move.was.phase == Phase::disease_storing;
  if (complete) {  // and it stays so
    forget_answers(move);
    move.go(Phase::ended);
    move.emit(output::Show{Screen::service_unavailable, {}}, "NET-01", true);
    move.emit(output::Show{Screen::take_card, {}}, "NET-01", !move.state.card_in);
  } else {
    abort_reception(move, AbortReason::service_unavailable, Screen::service_unavailable);
  }
  if (!move.attended()) become_idle(move);
}

}  // namespace uketsuke::conformance
