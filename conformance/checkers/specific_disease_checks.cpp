// 特定疾病療養受療証: a separate consent, asked only of holders of such a certificate.

#include "conformance/checkers/all.h"

namespace uketsuke::conformance {
namespace {

using namespace record;

constexpr Category kDisease = Category::specific_diseases_certificate;

SpecificDiseaseQuestion question(const CheckerContext& context) {
  return context.rules.specific_disease_question();
}

/// TSR-01  Only a holder according to the service is asked; for other patients nothing is recorded or
/// released.
class DiseaseOfHoldersOnly : public CheckerOf<DiseaseOfHoldersOnly, EligibilityAnswered, ScreenShown,
                                              ConsentRecorded, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"disease_of_holders_only", {"TSR-01"}};
  void see(const EligibilityAnswered&, const Event&) { exercise(); }
  void see(const ScreenShown& event, const Event& at) {
    if (event.screen == Screen::specific_disease) must_hold("asked about", at);
  }
  void see(const ConsentRecorded& event, const Event& at) {
    if (event.category == kDisease) must_hold("recorded", at);
  }
  void see(const DataReleased& event, const Event& at) {
    if (event.category == kDisease) must_hold("released", at);
  }

 private:
  void must_hold(const char* what, const Event& at) {
    if (!facts().holds_disease)
      fail(at, std::string("a certificate of a specific disease ") + what + ", and the patient has none");
  }
};

/// TSR-02, TSR-05  It is given by a touch of its own; agreeing to all does not include it (parameter).
/// Source: one sample of the eligibility result of 2024-11-27, all medical flags 1 and this one 0.
class DiseaseNeedsOwnTouch : public CheckerOf<DiseaseNeedsOwnTouch, CardInserted, ScreenShown, ButtonTouched,
                                              ConsentRecorded, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"disease_needs_own_touch", {"TSR-02", "TSR-05"}};
  void see(const CardInserted&, const Event&) { asked_ = false; }
  void see(const ScreenShown& event, const Event&) {
    if (event.screen != Screen::specific_disease) return;
    asked_ = true;
    exercise("TSR-02");
  }
  void see(const ButtonTouched& event, const Event&) {
    const bool covered = context().rules.identification->specific_disease_in_consent_all;
    if (event.button == Button::agree_all && facts().holds_disease && !covered) exercise("TSR-05");
  }
  void see(const ConsentRecorded& event, const Event& at) {
    if (event.category == kDisease && event.given) must_be_touched("recorded as given", at);
  }
  void see(const DataReleased& event, const Event& at) {
    if (event.category == kDisease) must_be_touched("released", at);
  }

 private:
  bool asked_ = false;  ///< on its own screen

  void must_be_touched(const char* what, const Event& at) {
    if (has_agreed(context(), facts(), kDisease)) return;
    fail(at, std::string("certificate of a specific disease ") + what + ", but provide was not touched",
         facts().agreed_to_all && !asked_ ? "TSR-05" : "TSR-02");
  }
};

/// TSR-03  An unanswered question is not a consent.
class DiseaseUnanswered : public CheckerOf<DiseaseUnanswered, CardInserted, ScreenTimedOut, ConsentRecorded> {
 public:
  static constexpr CheckerDescription kDescription{"disease_unanswered", {"TSR-03"}};
  void see(const CardInserted&, const Event&) { unanswered_ = false; }
  void see(const ScreenTimedOut& event, const Event&) {
    if (event.screen != Screen::specific_disease) return;
    unanswered_ = true;
    exercise();
  }
  void see(const ConsentRecorded& event, const Event& at) {
    if (unanswered_ && event.category == kDisease && event.given)
      fail(at, "certificate of a specific disease recorded as given, was never answered");
  }

 private:
  bool unanswered_ = false;
};

/// TSR-04  Until the reform, the question follows the answered limit screen, and if the card is taken before
/// its answer, nothing is recorded. Source: a pharmacy chain's description of the reader.
class DiseaseBehindLimit
    : public CheckerOf<DiseaseBehindLimit, CardInserted, ScreenShown, CardRemoved, ConsentRecorded> {
 public:
  static constexpr CheckerDescription kDescription{"disease_behind_limit", {"TSR-04"}};
  void see(const CardInserted&, const Event&) { missed_ = false; }
  void see(const ScreenShown& event, const Event& at) {
    if (event.screen != Screen::specific_disease || !behind_limit()) return;
    exercise();
    if (!facts().recorded.has(Category::limit_application_certificate))
      fail(at, "the screen specific_disease before the limit was answered");
  }
  void see(const CardRemoved&, const Event&) {
    missed_ = behind_limit() && facts().screen == Screen::specific_disease && !facts().screen_answered;
    if (missed_) exercise();
  }
  void see(const ConsentRecorded& event, const Event& at) {
    if (missed_ && event.category == kDisease)
      fail(at, "certificate of a specific disease recorded, but the card was taken before an answer");
  }

 private:
  bool missed_ = false;

  bool behind_limit() const { return question(context()) == SpecificDiseaseQuestion::behind_limit; }
};

/// TSR-06  With a certificate that serves for eligibility only, it is neither asked for nor given: it names a
/// disease.
/// Source: insurers' FAQ on the grace period (no medical information).
class NoDiseaseInGrace
    : public CheckerOf<NoDiseaseInGrace, EligibilityAnswered, ScreenShown, ConsentRecorded, DataReleased> {
 public:
  static constexpr CheckerDescription kDescription{"no_disease_in_grace", {"TSR-06"}};
  void see(const EligibilityAnswered& event, const Event&) {
    if (in_grace() && event.specific_disease_certificate.value_or(false)) exercise();
  }
  void see(const ScreenShown& event, const Event& at) {
    if (event.screen == Screen::specific_disease) must_be_left("asked about", at);
  }
  void see(const ConsentRecorded& event, const Event& at) {
    if (event.category == kDisease) must_be_left("recorded", at);
  }
  void see(const DataReleased& event, const Event& at) {
    if (event.category == kDisease) must_be_left("released", at);
  }

 private:
  bool in_grace() const { return facts().certificate == CertificateStatus::in_grace; }
  void must_be_left(const char* what, const Event& at) {
    if (in_grace())
      fail(at, std::string("a certificate of a specific disease ") + what + " in the grace period");
  }
};

/// TSR-07  From the reform on, a holder sees a separate screen after the other consents, whatever the site
/// asks for (parameter), and each completed reception has recorded their answer.
class DiseaseHasOwnScreen
    : public CheckerOf<DiseaseHasOwnScreen, CardInserted, EligibilityAnswered, ScreenShown> {
 public:
  static constexpr CheckerDescription kDescription{"disease_has_own_screen", {"TSR-07"}};
  void see(const CardInserted&, const Event&) { shown_ = false; }
  void see(const EligibilityAnswered& event, const Event&) {
    if (event.specific_disease_certificate.value_or(false) &&
        question(context()) != SpecificDiseaseQuestion::behind_limit)
      exercise();
  }
  void see(const ScreenShown& event, const Event& at) {
    if (question(context()) == SpecificDiseaseQuestion::behind_limit) return;
    if (event.screen == Screen::specific_disease) {
      shown_ = true;
      if (question(context()) == SpecificDiseaseQuestion::not_asked)
        fail(at, "the screen specific_disease, which a reader does not show from 2024-10-07 (parameter)");
    } else if (shown_ && asks_consent(event.screen)) {
      fail(at, "screen " + std::string(to_name(event.screen)) + " behind specific_disease");
    }
  }
  void ended(Duration time) override {
    if (!facts().completed || !is_due() || facts().recorded.has(kDisease)) return;
    fail_missing(time, "expected a recorded answer to specific_disease, was none");
  }

 private:
  bool shown_ = false;

  bool is_due() const {
    const auto& parameters = *context().rules.identification;
    const bool serves = facts().certificate == CertificateStatus::valid ||
                        facts().certificate == CertificateStatus::expires_soon;
    const bool unasked = facts().identity == Method::visual && !parameters.visual_check_asks_consent;
    return facts().holds_disease && serves && !unasked &&
           question(context()) == SpecificDiseaseQuestion::own_screen;
  }
};

}  // namespace

void add_specific_disease_checkers(CheckerList& checkers) {
  add<DiseaseOfHoldersOnly, DiseaseNeedsOwnTouch, DiseaseUnanswered, DiseaseBehindLimit, NoDiseaseInGrace,
      DiseaseHasOwnScreen>(checkers);
}

}  // namespace uketsuke::conformance
