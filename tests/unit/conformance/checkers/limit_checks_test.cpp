#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace limit_checks_test {

TEST(NoLimitScreenAfterReform, CatchesTheScreenOnTheFirstNewDay) {
  EXPECT_THAT(broken("no_limit_screen_after_reform", at_limit()), ElementsAre("LIMIT-03"));
}

TEST(NoLimitScreenAfterReform, LeavesTheLastOldDayAlone) {
  EXPECT_THAT(broken("no_limit_screen_after_reform", at_limit(), kOldDay), IsEmpty());
}

TEST(LimitGivenWithoutQuestion, CatchesACompletionWithoutIt) {
  EXPECT_THAT(broken("limit_given_without_question",
                     at_consent_all().touch(Button::agree_all).complete(kAsked, kAsked, false).take_card()),
              ElementsAre("LIMIT-04"));
}

TEST(LimitNeedsProvide, CatchesAReleaseAfterARefusal) {
  EXPECT_THAT(
      broken("limit_needs_provide", at_limit().touch(Button::do_not_provide).release(kLimit), kOldDay),
      ElementsAre("LIMIT-05"));
}

TEST(LimitNeedsProvide, CatchesAnAutomaticReleaseOnTheLastOldDay) {
  EXPECT_THAT(broken("limit_needs_provide", new_flow(), kOldDay), ElementsAre("LIMIT-05"));
}

TEST(LimitScreenAfterCompletion, CatchesTheScreenBeforeCompletion) {
  EXPECT_THAT(broken("limit_screen_after_completion",
                     Story().start().by_face().service().screen(Screen::limit), kOldDay),
              ElementsAre("LIMIT-01"));
}

TEST(LimitScreenAfterCompletion, CatchesAScreenThatNeverComes) {
  Story story = Story().start().by_face().service().complete({}, {}, false).wait(seconds(10)).take_card();
  EXPECT_THAT(broken("limit_screen_after_completion", story, kOldDay), ElementsAre("LIMIT-01"));
}

TEST(LimitMissed, CatchesAReleaseAfterTheCardWasTaken) {
  Story story = at_limit().event(Source::patient, CardRemoved{}).release(kLimit);
  EXPECT_THAT(broken("limit_missed", story, kOldDay), ElementsAre("LIMIT-02"));
}

TEST(LimitMissed, LetsAnAnswerBeforeTheCardWasTakenCount) {
  Story story = at_limit().touch(Button::provide).event(Source::patient, CardRemoved{}).release(kLimit);
  EXPECT_THAT(broken("limit_missed", story, kOldDay), IsEmpty());
}

}  // namespace limit_checks_test
}  // namespace uketsuke::conformance::test
