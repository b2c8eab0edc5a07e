#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace card_checks_test {

Story completed() { return at_consent_all().touch(Button::agree_all).complete(kAsked, kAsked, true); }

TEST(CardLeftAlarmComes, CatchesAnAlarmThatDoesNotCome) {
  EXPECT_THAT(broken("card_left_alarm", completed().wait(seconds(20)).take_card()), ElementsAre("CARD-01"));
}

TEST(CardLeftAlarmComes, CatchesAnAlarmThatDoesNotComeByTheEndOfTheRecord) {
  EXPECT_THAT(broken("card_left_alarm", completed().event(Source::reader, Lamp{}, seconds(20))),
              ElementsAre("CARD-01"));
}

TEST(CardLeftAlarmComes, CatchesAnAlarmThatComesLate) {
  EXPECT_THAT(broken("card_left_alarm", completed().event(Source::reader, CardLeftAlarm{true}, seconds(17))),
              ElementsAre("CARD-01"));
}

TEST(CardLeftAlarmComes, WaitsForNothingWhereTheCardIsTakenInTime) {
  EXPECT_THAT(broken("card_left_alarm", completed().wait(seconds(10)).take_card().wait(seconds(60)).arrive()),
              IsEmpty());
}

TEST(CardLeftAlarmComes, CountsFromTheAnswerInTheOldFlow) {
  Story story = at_limit().wait(seconds(30)).touch(Button::do_not_provide).record_consent(kLimit, false);
  EXPECT_THAT(broken("card_left_alarm", story.screen(Screen::take_card).take_card(), kOldDay), IsEmpty());
}

TEST(CardLeftAlarmEnds, CatchesAnAlarmThatGoesOn) {
  EXPECT_THAT(broken("card_left_alarm_ends",
                     completed().event(Source::reader, CardLeftAlarm{true}, seconds(15)).take_card()),
              ElementsAre("CARD-02"));
}

TEST(CardLeftAlarmNotEarly, CatchesAnAlarmDuringTheReception) {
  EXPECT_THAT(
      broken("card_left_alarm_not_early", at_consent_all().event(Source::reader, CardLeftAlarm{true})),
      ElementsAre("CARD-03"));
}

TEST(CardLeftAlarmNotEarly, CatchesAnAlarmBeforeItsTime) {
  EXPECT_THAT(
      broken("card_left_alarm_not_early", completed().event(Source::reader, CardLeftAlarm{true}, seconds(5))),
      ElementsAre("CARD-03"));
}

TEST(NoApduAfterRemoval, CatchesACommandToACardThatIsGone) {
  Story story = Story().start().event(Source::patient, CardRemoved{});
  EXPECT_THAT(broken("no_apdu_after_removal",
                     story.event(Source::chip, Apdu{"00B00000", "READ BINARY", 0, 8, "9000"})),
              ElementsAre("CARD-04"));
}

TEST(NoApduAfterRemoval, LetsTheCommandUnderWayEndWithoutStatus) {
  Story story = Story().start().event(Source::patient, CardRemoved{});
  EXPECT_THAT(
      broken("no_apdu_after_removal", story.event(Source::chip, Apdu{"00B00000", "READ BINARY", 0, 0, ""})),
      IsEmpty());
}

}  // namespace card_checks_test
}  // namespace uketsuke::conformance::test
