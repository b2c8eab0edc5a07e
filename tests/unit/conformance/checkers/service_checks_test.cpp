#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace service_checks_test {

TEST(ServiceNeedsIdentity, CatchesARequestBeforeIdentity) {
  EXPECT_THAT(broken("service_needs_identity", Story().start().certificate()), ElementsAre("FLOW-03"));
}

TEST(ServiceOrder, CatchesEligibilityBeforeRegistration) {
  EXPECT_THAT(broken("service_order", Story().start().by_face().certificate().eligibility()),
              ElementsAre("FLOW-04"));
}

TEST(ServiceOrder, CatchesRegistrationBeforeTheCertificate) {
  EXPECT_THAT(broken("service_order", Story().start().by_face().registration()), ElementsAre("FLOW-04"));
}

TEST(BadCertificateEnds, CatchesAReceptionThatGoesOn) {
  const std::pair<CertificateStatus, const char*> bad[] = {{CertificateStatus::expired, "CERT-02"},
                                                           {CertificateStatus::suspended, "CERT-03"},
                                                           {CertificateStatus::revoked, "CERT-04"},
                                                           {CertificateStatus::untrusted, "CERT-05"}};
  for (const auto& [status, requirement] : bad) {
    EXPECT_THAT(broken("bad_certificate_ends", Story().start().by_face().certificate(status).registration()),
                ElementsAre(requirement));
  }
}

TEST(BadCertificateEnds, CatchesAnotherErrorNumber) {
  Story story = Story().start().by_face().certificate(CertificateStatus::revoked);
  story.abort(AbortReason::certificate_invalid, Screen::certificate_invalid, "001");
  EXPECT_THAT(broken("bad_certificate_ends", story), ElementsAre("CERT-04"));
}

TEST(NoticeIsShown, CatchesACertificateThatExpiresSoonWithoutNotice) {
  Story story =
      Story().start().by_face().certificate(CertificateStatus::expires_soon).registration().eligibility();
  EXPECT_THAT(broken("notice_is_shown", story.complete({}, {}, true).take_card()), ElementsAre("CERT-06"));
}

TEST(NoQuestionInGrace, CatchesAConsentScreen) {
  Story story =
      Story().start().by_face().certificate(CertificateStatus::in_grace).registration().eligibility();
  EXPECT_THAT(broken("no_question_in_grace", story.screen(Screen::consent_medicines)),
              ElementsAre("CERT-07"));
}

TEST(UnregisteredIsAsked, CatchesAnotherScreen) {
  Story story = Story().start().by_face().certificate().registration(false).screen(Screen::consent_all);
  EXPECT_THAT(broken("unregistered_is_asked", story), ElementsAre("REG-01"));
}

TEST(UnregisteredIsAsked, PassesADeviceThatNeverHeardTheAnswer) {
  Story story = Story().start().by_face().certificate().registration(false);
  story.event(Source::reader, ServiceTimedOut{"registration"});
  story.abort(AbortReason::service_unavailable, Screen::service_unavailable).take_card();
  EXPECT_THAT(broken("unregistered_is_asked", story), IsEmpty());
}

TEST(UnregisteredIsAsked, PassesADeviceThatHadGivenUpBeforeTheAnswer) {
  Story story =
      Story().start().by_face().certificate().event(Source::reader, ServiceTimedOut{"registration"});
  story.abort(AbortReason::service_unavailable, Screen::service_unavailable).registration(false);
  EXPECT_THAT(broken("unregistered_is_asked", story.screen(Screen::take_card)), IsEmpty());
}

TEST(UnregisteredIsAsked, CatchesADeviceThatSaysItHeardNothingAfterItActed) {
  Story story = Story().start().by_face().certificate().registration(false).screen(Screen::consent_all);
  story.event(Source::reader, ServiceTimedOut{"registration"});
  EXPECT_THAT(broken("unregistered_is_asked", story), ElementsAre("REG-01"));
}

TEST(UnregisteredGoesNoFurther, CatchesEligibilityWithoutRegistration) {
  Story story = Story().start().by_face().certificate().registration(false).eligibility();
  EXPECT_THAT(broken("unregistered_goes_no_further", story), ElementsAre("REG-03"));
}

TEST(UnregisteredGoesNoFurther, CatchesAnAbortAfterRegistering) {
  Story story =
      Story().start().by_face().certificate().registration(false).event(Source::service, Registered{"sato"});
  story.abort(AbortReason::registration_refused, Screen::take_card);
  EXPECT_THAT(broken("unregistered_goes_no_further", story), ElementsAre("REG-02"));
}

TEST(NotInsuredEnds, CatchesQuestionReleaseAndCompletion) {
  Story story = Story().start().by_face().certificate().registration().eligibility(Validity::invalid);
  story.screen(Screen::consent_all).complete({}, {}, false);
  EXPECT_THAT(broken("not_insured_ends", story), ElementsAre("ELIG-07", "ELIG-07", "ELIG-02"));
}

TEST(SilenceEnds, CatchesAReceptionThatDoesNotAbort) {
  Story story = Story().start().by_face().event(Source::reader, ServiceTimedOut{"certificate"}).take_card();
  EXPECT_THAT(broken("silence_ends", story), ElementsAre("NET-01"));
}

TEST(SilenceReleasesNothing, CatchesARelease) {
  Story story =
      at_consent_all().event(Source::reader, ServiceTimedOut{"consent"}).release(Category::eligibility);
  EXPECT_THAT(broken("silence_releases_nothing", story), ElementsAre("NET-02"));
}

TEST(NoHalfReception, CatchesConsentStoredWithoutCompletion) {
  Story story = at_consent_all().touch(Button::agree_all).record_consent(kMedicines, true).take_card();
  EXPECT_THAT(broken("no_half_reception", story), ElementsAre("NET-03"));
}

}  // namespace service_checks_test
}  // namespace uketsuke::conformance::test
