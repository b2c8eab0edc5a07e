#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace consent_checks_test {

TEST(ConsentNeedsTouch, CatchesConsentThatNobodyGave) {
  EXPECT_THAT(broken("consent_needs_touch", at_consent_all().record_consent(kMedicines, true)),
              ElementsAre("CONSENT-09"));
}

TEST(ConsentNeedsTouch, CatchesTheLastReceptionsTouch) {
  Story story = new_flow().start("suzuki").by_face().service().record_consent(kMedicines, true);
  EXPECT_THAT(broken("consent_needs_touch", story), ElementsAre("CONSENT-09"));
}

TEST(ConsentNeedsTouch, CatchesATouchOnTheScreenOfAnotherCategory) {
  Story story =
      at_consent_all().screen(Screen::consent_medicines).touch(Button::agree).record_consent(kCheckups, true);
  EXPECT_THAT(broken("consent_needs_touch", story), ElementsAre("CONSENT-09"));
}

TEST(ConsentOfCardHolder, CatchesAnotherPatient) {
  Story story = new_flow();
  story.first<ConsentRecorded>().patient = "suzuki";
  EXPECT_THAT(broken("consent_of_card_holder", story), ElementsAre("CONSENT-10"));
}

TEST(UnansweredIsRefused, CatchesATimeOutRecordedAsGiven) {
  Story story = at_consent_all().time_out().record_consent(kMedicines, true);
  EXPECT_THAT(broken("unanswered_is_refused", story), ElementsAre("CONSENT-07"));
}

TEST(UnansweredIsRefused, CatchesATimeOutThatReleases) {
  EXPECT_THAT(broken("unanswered_is_refused", at_limit().time_out().release(kLimit), kOldDay),
              ElementsAre("CONSENT-07"));
}

TEST(UnansweredIsRefused, LeavesLimitInformationAloneWhereNobodyIsAsked) {
  EXPECT_THAT(broken("unanswered_is_refused", at_consent_all().time_out().release(kLimit)), IsEmpty());
}

TEST(ConsentTimes, CatchesAnEndThatIsNot24HoursLater) {
  Story story = new_flow();
  story.first<ConsentRecorded>().available_time = "20241008090009";
  EXPECT_THAT(broken("consent_times", story), ElementsAre("CONSENT-11"));
}

TEST(ConsentTimes, Adds24HoursAcrossTheEndOfAYear) {
  Story story = new_flow();
  story.first<ConsentRecorded>().consent_time = "20241231235959";
  story.first<ConsentRecorded>().available_time = "20250101235959";
  EXPECT_THAT(broken("consent_times", story), IsEmpty());
}

TEST(ConsentTimes, CatchesAMissingTime) {
  Story story = new_flow();
  story.first<ConsentRecorded>().available_time.reset();
  EXPECT_THAT(broken("consent_times", story), ElementsAre("CONSENT-11"));
}

TEST(ConsentTimes, CatchesATimeThatIsNone) {
  Story story = new_flow();
  story.first<ConsentRecorded>().consent_time = "20241332250000";
  EXPECT_THAT(broken("consent_times", story), ElementsAre("CONSENT-11"));
}

TEST(ConsentTimes, CatchesATimeOnARefusal) {
  Story story = new_flow();
  story.first<ConsentRecorded>().given = false;
  EXPECT_THAT(broken("consent_times", story), ElementsAre("CONSENT-11"));
}

TEST(ConsentTimesEqual, CatchesTwoTimes) {
  Story story = new_flow();
  story.first<ConsentRecorded>().consent_time = "20241007090011";
  EXPECT_THAT(broken("consent_times_equal", story), ElementsAre("CONSENT-12"));
}

TEST(AskedIsRecordedOnce, CatchesACategoryThatIsNotRecorded) {
  EXPECT_THAT(broken("asked_is_recorded_once", new_flow().drop<ConsentRecorded>()),
              ElementsAre("CONSENT-08"));
}

TEST(AskedIsRecordedOnce, CatchesACategoryRecordedTwice) {
  Story story = at_consent_all().record_consent(kMedicines, true).record_consent(kMedicines, false);
  EXPECT_THAT(broken("asked_is_recorded_once", story), ElementsAre("CONSENT-08"));
}

TEST(OnlyAskedCategories, CatchesAScreenARecordAndARelease) {
  Story story = at_consent_all().screen(Screen::consent_operations);
  story.record_consent(Category::operation_info, false).release(Category::diagnosis_info);
  EXPECT_THAT(broken("only_asked_categories", story), ElementsAre("CONSENT-05", "CONSENT-05", "CONSENT-05"));
}

TEST(QuestionNeedsIdentity, CatchesAQuestionToAStranger) {
  EXPECT_THAT(broken("question_needs_identity", Story().start().screen(Screen::consent_medicines), kOldDay),
              ElementsAre("FLOW-05"));
}

TEST(QuestionNeedsIdentity, CatchesAQuestionBeforeEligibility) {
  EXPECT_THAT(broken("question_needs_identity", Story().start().by_face().screen(Screen::consent_all)),
              ElementsAre("FLOW-05"));
}

TEST(FirstConsentScreen, CatchesTheNewScreenOnTheLastOldDay) {
  EXPECT_THAT(broken("first_consent_screen", at_consent_all(), kOldDay), ElementsAre("CONSENT-01"));
}

TEST(FirstConsentScreen, CatchesTheOldScreenOnTheFirstNewDay) {
  EXPECT_THAT(broken("first_consent_screen", at_limit()), ElementsAre("CONSENT-02"));
}

TEST(AgreeAllGivesAll, CatchesAFurtherScreen) {
  EXPECT_THAT(broken("agree_all_gives_all",
                     at_consent_all().touch(Button::agree_all).screen(Screen::consent_medicines)),
              ElementsAre("CONSENT-03"));
}

TEST(AgreeAllGivesAll, CatchesACategoryLeftOut) {
  Story story = at_consent_all().touch(Button::agree_all).record_consent(kCheckups, false);
  EXPECT_THAT(broken("agree_all_gives_all", story), ElementsAre("CONSENT-03"));
}

TEST(IndividuallyAsksEach, CatchesAScreenLeftOut) {
  Story story =
      at_consent_all().touch(Button::individually).screen(Screen::consent_medicines).touch(Button::agree);
  EXPECT_THAT(broken("individually_asks_each", story.complete(kAsked, {kMedicines}, true).take_card()),
              ElementsAre("CONSENT-04"));
}

TEST(ConsentScreenOrder, CatchesHealthCheckupsFirst) {
  Story story = at_consent_all().screen(Screen::consent_health_checkups).screen(Screen::consent_medicines);
  EXPECT_THAT(broken("consent_screen_order", story), ElementsAre("CONSENT-06"));
}

}  // namespace consent_checks_test
}  // namespace uketsuke::conformance::test
