// Tests of the checkers on bad and good records about 特定疾病療養受療証.

#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace specific_disease_checks_test {

constexpr Category kDisease = Category::specific_diseases_certificate;

/// Insured, and the service has reported a certificate.
Story holder(CertificateStatus status = CertificateStatus::valid) {
  Story story = Story().start().by_face().certificate(status).registration();
  return story.event(Source::service, EligibilityAnswered{"sato", Validity::valid, "06132013", true});
}

Story& ask(Story& story) {
  return story.screen(Screen::specific_disease, {Button::provide, Button::do_not_provide});
}

Story agreed_to_all() {
  return holder()
      .screen(Screen::consent_all, {Button::agree_all, Button::individually})
      .touch(Button::agree_all);
}

Story at_question() {
  Story story = agreed_to_all();
  return ask(story);
}

TEST(DiseaseOfHoldersOnly, SeesAQuestionToSomebodyElse) {
  Story story = at_consent_all().touch(Button::agree_all);
  EXPECT_THAT(broken("disease_of_holders_only", ask(story)), ElementsAre("TSR-01"));
  EXPECT_THAT(broken("disease_of_holders_only", at_question()), IsEmpty());
}

TEST(DiseaseOfHoldersOnly, SeesARecordAndAReleaseOfSomebodyElse) {
  EXPECT_THAT(
      broken("disease_of_holders_only", at_consent_all().record_consent(kDisease, false).release(kDisease)),
      ElementsAre("TSR-01", "TSR-01"));
}

TEST(DiseaseNeedsOwnTouch, SeesAReleaseThatNobodyWasAskedFor) {
  EXPECT_THAT(broken("disease_needs_own_touch", holder().release(kDisease)), ElementsAre("TSR-02"));
}

TEST(DiseaseNeedsOwnTouch, SeesThatAgreeingToAllWasTakenForIt) {
  EXPECT_THAT(broken("disease_needs_own_touch", agreed_to_all().record_consent(kDisease, true)),
              ElementsAre("TSR-05"));
  EXPECT_THAT(broken("disease_needs_own_touch",
                     at_question().touch(Button::provide).record_consent(kDisease, true).release(kDisease)),
              IsEmpty());
}

TEST(DiseaseNeedsOwnTouch, SeesARefusalTakenForConsent) {
  EXPECT_THAT(broken("disease_needs_own_touch",
                     at_question().touch(Button::do_not_provide).record_consent(kDisease, true)),
              ElementsAre("TSR-02"));
}

TEST(DiseaseUnanswered, SeesATimeOutTakenForConsent) {
  EXPECT_THAT(broken("disease_unanswered", at_question().time_out().record_consent(kDisease, true)),
              ElementsAre("TSR-03"));
  EXPECT_THAT(broken("disease_unanswered", at_question().time_out().record_consent(kDisease, false)),
              IsEmpty());
}

TEST(DiseaseBehindLimit, SeesAQuestionBeforeTheLimitWasAnswered) {
  Story story = at_limit();
  EXPECT_THAT(broken("disease_behind_limit", ask(story), kOldDay), ElementsAre("TSR-04"));
  Story answered = at_limit().touch(Button::do_not_provide).record_consent(kLimit, false);
  EXPECT_THAT(broken("disease_behind_limit", ask(answered), kOldDay), IsEmpty());
}

TEST(DiseaseBehindLimit, SeesARecordAfterTheCardWasTaken) {
  Story story = at_limit().touch(Button::provide).record_consent(kLimit, true);
  ask(story).event(Source::patient, CardRemoved{});
  EXPECT_THAT(broken("disease_behind_limit", story.record_consent(kDisease, false), kOldDay),
              ElementsAre("TSR-04"));
}

TEST(NoDiseaseInGrace, SeesQuestionRecordAndRelease) {
  Story story = holder(CertificateStatus::in_grace);
  ask(story).record_consent(kDisease, true).release(kDisease);
  EXPECT_THAT(broken("no_disease_in_grace", story), ElementsAre("TSR-06", "TSR-06", "TSR-06"));
  EXPECT_THAT(broken("no_medical_data_without_certificate", story), ElementsAre("CERT-08"));
  EXPECT_THAT(broken("no_disease_in_grace", at_question()), IsEmpty());
}

TEST(DiseaseHasOwnScreen, SeesAHolderWhoWasNeverAsked) {
  EXPECT_THAT(broken("disease_has_own_screen", agreed_to_all().complete(kAsked, kAsked, true).take_card()),
              ElementsAre("TSR-07"));
  Story grace = holder(CertificateStatus::in_grace).complete({}, {}, true).take_card();
  EXPECT_THAT(broken("disease_has_own_screen", grace), IsEmpty());
}

TEST(DiseaseHasOwnScreen, SeesAConsentScreenBehindIt) {
  EXPECT_THAT(broken("disease_has_own_screen", at_question().screen(Screen::consent_medicines)),
              ElementsAre("TSR-07"));
}

TEST(AskedIsRecordedOnce, SeesAnAnswerToTheDiseaseThatWasNotRecorded) {
  EXPECT_THAT(broken("asked_is_recorded_once",
                     at_question().touch(Button::provide).complete(kAsked, kAsked, true).take_card()),
              ElementsAre("CONSENT-08"));
}

TEST(ReleaseNeedsConsent, LooksAtTheDiseaseToo) {
  EXPECT_THAT(broken("release_needs_consent", at_question().touch(Button::provide).release(kDisease)),
              ElementsAre("RELEASE-02"));
}

TEST(MedicalAidWhereSetUp, SeesAnAnswerBeforeItsDay) {
  const Story story =
      Story().start().by_face().certificate().registration().eligibility(Validity::valid_unregistered);
  EXPECT_THAT(broken("medical_aid_where_set_up", story, "2024-02-29"), ElementsAre("ELIG-08"));
  EXPECT_THAT(broken("medical_aid_where_set_up", story, "2024-03-01"), IsEmpty());
}

TEST(MedicalAidWhereSetUp, SeesAnAnswerToASiteWithoutTheSetUp) {
  scenario::Case test_case = case_on(kNewDay);
  auto site = std::make_shared<scenario::Site>(*test_case.site);
  site->medical_aid = false;
  test_case.site = site;
  Story story = Story().arrive().start().by_face().certificate().registration().eligibility(
      Validity::valid_unregistered);
  const auto verdict = judge(test_case, story.record(), catalogue(), rules(), std::nullopt);
  EXPECT_THAT(
      lines(verdict),
      testing::Contains(testing::StartsWith("ELIG-08 medical aid confirmed (valid_unregistered) at a site")));
}

}  // namespace specific_disease_checks_test
}  // namespace uketsuke::conformance::test
