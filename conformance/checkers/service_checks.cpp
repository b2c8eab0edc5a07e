// Certificate, registration, eligibility, and an unresponsive service.

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

bool is_bad(CertificateStatus status, const CheckerContext& context) {
  if (status == CertificateStatus::suspended)
    return context.rules.identification->suspended_certificate_as_revoked;
  return status == CertificateStatus::expired || status == CertificateStatus::revoked ||
         status == CertificateStatus::untrusted;
}

/// FLOW-03  The service is not queried before identity is confirmed.
class ServiceNeedsIdentity
    : public CheckerOf<ServiceNeedsIdentity, CertificateChecked, RegistrationChecked, EligibilityAnswered> {
 public:
  static constexpr CheckerDescription kDescription{"service_needs_identity", {"FLOW-03"}};
  template <class Answer>
  void see(const Answer&, const Event& at) {
    exercise();
    if (!facts().identity) fail(at, std::string(kind_of(at)) + " before identity was confirmed");
  }
};

/// FLOW-04  Certificate, registration, eligibility, in this order.
class ServiceOrder : public CheckerOf<ServiceOrder, RegistrationChecked, EligibilityAnswered> {
 public:
  static constexpr CheckerDescription kDescription{"service_order", {"FLOW-04"}};
  void see(const RegistrationChecked&, const Event& at) {
    exercise();
    if (!facts().certificate) fail(at, "registration was checked before the certificate");
  }
  void see(const EligibilityAnswered&, const Event& at) {
    exercise();
    if (!facts().registered) fail(at, "eligibility was asked for before registration was checked");
  }
};

/// CERT-02 to CERT-05  A certificate that is expired, suspended, revoked or not trusted ends the reception.
/// Source: public help page of error 006.
class BadCertificateEnds : public CheckerOf<BadCertificateEnds, CertificateChecked, RegistrationChecked,
                                            EligibilityAnswered, ReceptionCompleted, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"bad_certificate_ends",
                                                   {"CERT-02", "CERT-03", "CERT-04", "CERT-05"}};
  void see(const CertificateChecked& event, const Event&) {
    if (is_bad(event.status, context())) exercise(requirement(event.status));
  }
  void see(const RegistrationChecked&, const Event& at) { must_have_ended(at); }
  void see(const EligibilityAnswered&, const Event& at) { must_have_ended(at); }
  void see(const ReceptionCompleted&, const Event& at) { must_have_ended(at); }
  void see(const ScreenShown& event, const Event& at) {
    if (event.screen == Screen::certificate_invalid && event.code != "006") {
      fail(at, "expected error 006 on certificate_invalid, was \"" + event.code + "\"",
           requirement(facts().certificate.value_or(CertificateStatus::expired)));
    }
  }

 private:
  static std::string_view requirement(CertificateStatus status) {
    switch (status) {
      case CertificateStatus::suspended:
        return "CERT-03";
      case CertificateStatus::revoked:
        return "CERT-04";
      case CertificateStatus::untrusted:
        return "CERT-05";
      default:
        return "CERT-02";
    }
  }
  void must_have_ended(const Event& at) {
    if (!facts().certificate || !is_bad(*facts().certificate, context())) return;
    fail(at,
         "goes on (" + std::string(kind_of(at)) + ") with a certificate that is " +
             std::string(to_name(*facts().certificate)),
         requirement(*facts().certificate));
  }
};

/// CERT-06, CERT-07  A certificate that expires soon, or is in its grace period, shows a notice.
/// Source: clinic notice.
class NoticeIsShown : public CheckerOf<NoticeIsShown, CardInserted, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"notice_is_shown", {"CERT-06", "CERT-07"}};
  void see(const CardInserted&, const Event&) { shown_ = false; }
  void see(const ScreenShown& event, const Event&) {
    shown_ = shown_ || event.screen == Screen::certificate_notice;
  }
  void ended(Duration time) override {
    const bool soon = facts().certificate == CertificateStatus::expires_soon;
    const bool grace = facts().certificate == CertificateStatus::in_grace;
    if ((!soon && !grace) || !facts().completed) return;
    const std::string_view requirement = soon ? "CERT-06" : "CERT-07";
    exercise(requirement);
    if (!shown_) fail_missing(time, "expected the screen certificate_notice, was not shown", requirement);
  }

 private:
  bool shown_ = false;
};

/// CERT-07  In the grace period no consent to medical information is asked for.
/// Source: insurers' FAQ.
class NoQuestionInGrace : public CheckerOf<NoQuestionInGrace, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"no_question_in_grace", {"CERT-07"}};
  void see(const ScreenShown& event, const Event& at) {
    if (facts().certificate != CertificateStatus::in_grace) return;
    exercise();
    if (asks_sensitive(event.screen)) {
      fail(at, "asks for consent (" + std::string(to_name(event.screen)) +
                   ") with a certificate in its grace period");
    }
  }
};

/// REG-01  An unregistered card leads to the registration screen, unless the answer did not reach the device.
/// Source: health insurance society Q&A; for a lost answer NET-01, docs/reception-flow.md.
class UnregisteredIsAsked
    : public CheckerOf<UnregisteredIsAsked, CardInserted, RegistrationChecked, ServiceTimedOut, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"unregistered_is_asked", {"REG-01"}};
  void see(const CardInserted&, const Event&) { expected_ = false; }
  void see(const RegistrationChecked& event, const Event&) {
    const bool by_card = !facts().by_phone ||
                         context().rules.parameters->phone_registration == PhoneRegistration::at_the_reader;
    // After an abort, the device no longer waits for the answer.
    expected_ = by_card && !event.registered && !facts().aborted;
  }
  void see(const ServiceTimedOut&, const Event&) { expected_ = false; }
  void see(const ScreenShown& event, const Event& at) {
    if (!expected_ || event.screen == Screen::idle) return;
    exercise();
    expected_ = false;
    if (event.screen != Screen::registration) {
      fail(at, "expected the screen registration, was " + std::string(to_name(event.screen)));
    }
  }

 private:
  bool expected_ = false;
};

/// REG-02, REG-03  After registering, the same reception continues; without registering, it ends.
class UnregisteredGoesNoFurther : public CheckerOf<UnregisteredGoesNoFurther, Registered, ButtonTouched,
                                                   EligibilityAnswered, ReceptionAborted> {
 public:
  static constexpr CheckerDescription kDescription{"unregistered_goes_no_further", {"REG-02", "REG-03"}};
  void see(const Registered&, const Event&) { exercise("REG-02"); }
  void see(const ButtonTouched& event, const Event&) {
    if (event.button == Button::do_not_enroll) exercise("REG-03");
  }
  void see(const EligibilityAnswered&, const Event& at) {
    if (facts().registered == false) fail(at, "goes on with a card that is not registered", "REG-03");
  }
  void see(const ReceptionAborted& event, const Event& at) {
    if (event.reason == AbortReason::registration_refused && facts().registered == true) {
      fail(at, "aborted as not registered although the card is registered", "REG-02");
    }
  }
};

/// ELIG-02 to ELIG-05, ELIG-07  Without valid insurance, nothing is asked or released, and the reception
/// ends.
class NotInsuredEnds
    : public CheckerOf<NotInsuredEnds, EligibilityAnswered, ScreenShown, DataReleased, ReceptionCompleted> {
 public:
  static constexpr CheckerDescription kDescription{"not_insured_ends",
                                                   {"ELIG-02", "ELIG-03", "ELIG-04", "ELIG-05", "ELIG-07"}};
  void see(const EligibilityAnswered& event, const Event&) {
    if (event.validity == Validity::valid || event.validity == Validity::valid_unregistered) return;
    exercise(requirement(event.validity));
    exercise("ELIG-07");
  }
  void see(const ScreenShown& event, const Event& at) {
    if (asks_sensitive(event.screen)) must_have_ended(at, "ELIG-07");
  }
  void see(const DataReleased&, const Event& at) { must_have_ended(at, "ELIG-07"); }
  void see(const ReceptionCompleted&, const Event& at) {
    must_have_ended(at, requirement(facts().validity.value_or(Validity::none)));
  }

 private:
  static std::string_view requirement(Validity validity) {
    switch (validity) {
      case Validity::invalid:
        return "ELIG-02";
      case Validity::invalid_newer_exists:
        return "ELIG-03";
      case Validity::several:
        return "ELIG-05";
      default:
        return "ELIG-04";
    }
  }
  void must_have_ended(const Event& at, std::string_view broken) {
    if (!facts().validity || facts().insured()) return;
    fail(at,
         "goes on (" + std::string(kind_of(at)) + ") although the insurance is " +
             std::string(to_name(*facts().validity)),
         broken);
  }
};

/// ELIG-08  Medical aid is confirmed on line from 2024-03-01, at sites that have set it up.
/// Source: municipal pages on medical aid on line.
class MedicalAidWhereSetUp : public CheckerOf<MedicalAidWhereSetUp, EligibilityAnswered> {
 public:
  static constexpr CheckerDescription kDescription{"medical_aid_where_set_up", {"ELIG-08"}};
  void see(const EligibilityAnswered& event, const Event& at) {
    if (event.validity != Validity::valid_unregistered) return;
    exercise();
    if (context().rules.medical_aid->confirmation == MedicalAidConfirmation::never) {
      fail(at, "medical aid confirmed (valid_unregistered), which is not on line yet on this day");
    } else if (!context().medical_aid) {
      fail(at, "medical aid confirmed (valid_unregistered) at a site that is not set up for it");
    }
  }
};

/// NET-01  If the service does not answer, the reception ends.
class SilenceEnds : public CheckerOf<SilenceEnds, CardInserted, ServiceTimedOut, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"silence_ends", {"NET-01"}};
  void see(const CardInserted&, const Event&) { silent_ = completed_before_ = false; }
  void see(const ServiceTimedOut&, const Event&) {
    silent_ = facts().open;
    completed_before_ = facts().completed;
    if (silent_) exercise();
  }
  void see(const ScreenShown& event, const Event& at) {
    if (silent_ && asks_sensitive(event.screen))
      fail(at, "asks for consent although the service did not answer");
  }
  void ended(Duration time) override {
    if (silent_ && !completed_before_ && !facts().aborted) {
      fail_missing(time, "expected an abort when the service did not answer, was none");
    }
    silent_ = false;
  }

 private:
  bool silent_ = false;
  bool completed_before_ = false;
};

/// NET-02  After the service did not answer, the reception releases nothing more.
class SilenceReleasesNothing
    : public CheckerOf<SilenceReleasesNothing, CardInserted, ServiceTimedOut, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"silence_releases_nothing", {"NET-02"}};
  void see(const CardInserted&, const Event&) { silent_ = false; }
  void see(const ServiceTimedOut&, const Event&) {
    silent_ = true;
    exercise();
  }
  void see(const DataReleased& event, const Event& at) {
    if (silent_)
      fail(at, std::string(to_name(event.category)) + " released after the service had not answered");
  }

 private:
  bool silent_ = false;
};

/// NET-03  No consent stays stored without a completed reception.
class NoHalfReception : public CheckerOf<NoHalfReception> {
 public:
  static constexpr CheckerDescription kDescription{"no_half_reception", {"NET-03"}};
  void ended(Duration time) override {
    if (facts().recorded.empty()) return;
    exercise();
    if (!facts().completed) fail_missing(time, "consent was stored, but the reception did not complete");
  }
};

}  // namespace

void add_service_checkers(CheckerList& checkers) {
  add<ServiceNeedsIdentity, ServiceOrder, BadCertificateEnds, NoticeIsShown, NoQuestionInGrace,
      UnregisteredIsAsked, UnregisteredGoesNoFurther, NotInsuredEnds, MedicalAidWhereSetUp, SilenceEnds,
      SilenceReleasesNothing, NoHalfReception>(checkers);
}

}  // namespace uketsuke::conformance
