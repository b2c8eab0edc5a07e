#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace release_checks_test {

TEST(ReleaseNeedsIdentity, CatchesAReleaseToAStranger) {
  EXPECT_THAT(broken("release_needs_identity", Story().start().release(Category::eligibility)),
              ElementsAre("RELEASE-01"));
}

TEST(ReleaseNeedsConsent, CatchesAReleaseWithoutConsent) {
  EXPECT_THAT(broken("release_needs_consent", at_consent_all().release(kMedicines)),
              ElementsAre("RELEASE-02"));
}

TEST(ReleaseNeedsConsent, CatchesAReleaseAfterARefusal) {
  EXPECT_THAT(
      broken("release_needs_consent", at_consent_all().record_consent(kMedicines, false).release(kMedicines)),
      ElementsAre("RELEASE-02"));
}

TEST(ReleaseNeedsConsent, CatchesTheLastPatientsConsent) {
  Story story = new_flow().start("suzuki").by_face().service().release(kMedicines);
  EXPECT_THAT(broken("release_needs_consent", story), ElementsAre("RELEASE-02"));
}

TEST(ReleaseNeedsConsent, LetsEligibilityGoWithout) {
  EXPECT_THAT(broken("release_needs_consent", at_consent_all().release(Category::eligibility)), IsEmpty());
}

TEST(ReleaseNeedsCertificate, CatchesAReleaseBeforeTheCertificateWasChecked) {
  EXPECT_THAT(broken("release_needs_certificate", Story().start().by_face().release(Category::eligibility)),
              ElementsAre("CERT-01"));
}

TEST(NoMedicalDataWithoutCertificate, CatchesMedicinesInTheGracePeriod) {
  Story story = Story().start().by_face().certificate(CertificateStatus::in_grace).release(kMedicines);
  EXPECT_THAT(broken("no_medical_data_without_certificate", story), ElementsAre("CERT-08"));
}

TEST(NoMedicalDataWithoutCertificate, LetsEligibilityAndLimitGoInTheGracePeriod) {
  Story story = Story().start().by_face().certificate(CertificateStatus::in_grace);
  EXPECT_THAT(
      broken("no_medical_data_without_certificate", story.release(Category::eligibility).release(kLimit)),
      IsEmpty());
}

TEST(NoMedicalDataWithoutCertificate, CatchesEvenEligibilityWithARevokedOne) {
  Story story =
      Story().start().by_face().certificate(CertificateStatus::revoked).release(Category::eligibility);
  EXPECT_THAT(broken("no_medical_data_without_certificate", story), ElementsAre("CERT-08"));
}

TEST(NothingAfterAbort, CatchesALateRelease) {
  Story story =
      at_consent_all().abort(AbortReason::timed_out, Screen::take_card).release(Category::eligibility);
  EXPECT_THAT(broken("nothing_after_abort", story), ElementsAre("RELEASE-03"));
}

TEST(NothingAfterAbort, CatchesAReleaseAfterTheReaderWasIdle) {
  Story story = at_consent_all().abort(AbortReason::timed_out, Screen::take_card).take_card();
  EXPECT_THAT(broken("nothing_after_abort", story.release(Category::eligibility)), ElementsAre("RELEASE-03"));
}

Said health_check_released(const char* born, bool any = true) {
  const Story story = at_consent_all().event(Source::service, DataReleased{"sato", kCheckups, any});
  return ask("health_check_by_age", story.events(), kNewDay, parse_date(born));
}

TEST(HealthCheckByAge, CatchesOneOfSomebodyUnderForty) {
  EXPECT_THAT(health_check_released("1984-10-08").broken, ElementsAre("RELEASE-07"));
}

TEST(HealthCheckByAge, LetsNothingBeReleasedOfSomebodyUnderForty) {
  const Said said = health_check_released("1984-10-08", false);
  EXPECT_THAT(said.broken, IsEmpty());
  EXPECT_THAT(said.exercised, ElementsAre("RELEASE-07"));
}

TEST(HealthCheckByAge, LetsOneBeReleasedFromTheFortiethBirthdayOn) {
  const Said said = health_check_released("1984-10-07");
  EXPECT_THAT(said.broken, IsEmpty());
  EXPECT_THAT(said.exercised, IsEmpty());
}

TEST(CompletedReleasesEligibility, CatchesACompletionWithoutIt) {
  EXPECT_THAT(broken("completed_releases_eligibility", new_flow().drop<DataReleased>()),
              ElementsAre("RELEASE-04"));
}

TEST(GivenIsReleased, CatchesConsentWithoutRelease) {
  Story story = at_consent_all().record_consent(kMedicines, true).complete({}, {}, true).take_card();
  EXPECT_THAT(broken("given_is_released", story), ElementsAre("RELEASE-05"));
}

TEST(ReleasedOfCardHolder, CatchesAnotherPatientsData) {
  Story story = new_flow();
  story.first<DataReleased>().patient = "suzuki";
  EXPECT_THAT(broken("released_of_card_holder", story), ElementsAre("RELEASE-06"));
}

}  // namespace release_checks_test
}  // namespace uketsuke::conformance::test
