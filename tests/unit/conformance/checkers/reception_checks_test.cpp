#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace reception_checks_test {

TEST(OneOutcome, CatchesTwo) {
  Story story = new_flow().drop<ReaderIdle>();
  EXPECT_THAT(broken("one_outcome", story.abort(AbortReason::card_removed, Screen::idle)),
              ElementsAre("FLOW-06"));
}

TEST(OneOutcome, CatchesNone) {
  EXPECT_THAT(broken("one_outcome", new_flow().drop<ReceptionCompleted>()), ElementsAre("FLOW-06"));
}

TEST(CompletionIsShown, CatchesAnotherScreen) {
  Story story = Story().start().by_face().service().event(Source::reader, ReceptionCompleted{}).take_card();
  EXPECT_THAT(broken("completion_is_shown", story), ElementsAre("FLOW-07"));
}

TEST(EndsInIdle, CatchesAReaderThatStaysWhereItWas) {
  EXPECT_THAT(broken("ends_in_idle", Story().start().event(Source::patient, CardRemoved{})),
              ElementsAre("FLOW-10"));
}

TEST(EndsInIdle, CatchesTheNextCardInAReaderThatWasNotIdle) {
  EXPECT_THAT(broken("ends_in_idle", Story().start().event(Source::patient, CardRemoved{}).start("suzuki")),
              ElementsAre("FLOW-10"));
}

TEST(EarlyRemovalAborts, CatchesACompletionAfterTheCardWasTakenAtAQuestion) {
  Story story = at_consent_all().event(Source::patient, CardRemoved{}).complete(kAsked, {}, true);
  EXPECT_THAT(broken("early_removal_aborts", story), ElementsAre("FLOW-08"));
}

TEST(RemovalKeepsCompletion, CatchesAnAbortAfterCompletion) {
  Story story = new_flow().abort(AbortReason::card_removed, Screen::idle);
  EXPECT_THAT(broken("removal_keeps_completion", story), ElementsAre("FLOW-11"));
}

TEST(UnansweredQuestionAborts, CatchesAReceptionThatGoesOn) {
  EXPECT_THAT(broken("unanswered_question_aborts", Story().start().time_out().by_face()),
              ElementsAre("FLOW-09", "FLOW-09"));  // the reception continues, and the end does not abort it
}

TEST(CardErrorCode, CatchesTheNumbersExchanged) {
  Story story = Story().insert("other").screen(Screen::not_my_number_card, {}, "001");
  EXPECT_THAT(broken("card_error_code", story), ElementsAre("READ-03"));
  story = Story().insert("unreadable").screen(Screen::card_not_recognised, {}, "");
  EXPECT_THAT(broken("card_error_code", story), ElementsAre("READ-02"));
}

TEST(UnknownCardGoesNoFurther, CatchesIdentificationWithAnotherCard) {
  Story story = Story().insert("other").event(Source::reader, CardRead{CardKind::other});
  EXPECT_THAT(broken("unknown_card_goes_no_further", story.event(Source::patient, PinEntered{4})),
              ElementsAre("READ-04"));
}

}  // namespace reception_checks_test
}  // namespace uketsuke::conformance::test
