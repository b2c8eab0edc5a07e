#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace tries_checks_test {

Story& try_pin(Story& story, SecretCheck result, int left) {
  return story.event(Source::chip, PinChecked{result, left});
}

TEST(PinTriesOnlyFall, CatchesTriesThatStayAfterAWrongPin) {
  Story story = Story().start();
  EXPECT_THAT(broken("pin_tries_only_fall", try_pin(story, SecretCheck::wrong, 3)), ElementsAre("PIN-07"));
}

TEST(PinTriesOnlyFall, CatchesTriesThatComeBackWithTheNextReception) {
  Story story = Story().start();
  try_pin(story, SecretCheck::wrong, 1).take_card().start();
  EXPECT_THAT(broken("pin_tries_only_fall", try_pin(story, SecretCheck::wrong, 2)), ElementsAre("PIN-07"));
}

TEST(PinTriesOnlyFall, CountsEachCardByItself) {
  Story story = Story().start();
  try_pin(story, SecretCheck::wrong, 1).take_card().start("suzuki");
  EXPECT_THAT(broken("pin_tries_only_fall", try_pin(story, SecretCheck::wrong, 2)), IsEmpty());
}

TEST(PinTriesOnlyFall, LetsASuccessBringThemBack) {
  Story story = Story().start();
  try_pin(story, SecretCheck::wrong, 1);
  try_pin(story, SecretCheck::accepted, 3);
  EXPECT_THAT(broken("pin_tries_only_fall", try_pin(story, SecretCheck::wrong, 2)), IsEmpty());
}

TEST(PinTriesOnlyFall, CatchesALockedPinThatIsAccepted) {
  Story story = Story().start();
  try_pin(story, SecretCheck::wrong, 0);
  EXPECT_THAT(broken("pin_tries_only_fall", try_pin(story, SecretCheck::accepted, 3)), ElementsAre("PIN-07"));
}

TEST(NumberTriesOnlyFall, CatchesTriesThatRise) {
  Story story = Story().start().number(SecretCheck::wrong, 9).number(SecretCheck::wrong, 10);
  EXPECT_THAT(broken("number_tries_only_fall", story), ElementsAre("FACE-08"));
}

TEST(LockedPinNotAsked, CatchesThePinScreenOnALockedPin) {
  Story story = Story().start();
  try_pin(story, SecretCheck::blocked, 0).screen(Screen::enter_pin);
  EXPECT_THAT(broken("locked_pin_not_asked", story), ElementsAre("PIN-05"));
}

TEST(LockedPinNotOffered, CatchesTheButton) {
  Story story = Story().start().refuse(Method::pin, Refusal::pin_locked);
  story.screen(Screen::choose_method, {Button::face, Button::pin});
  EXPECT_THAT(broken("locked_pin_not_offered", story), ElementsAre("PIN-04"));
}

TEST(FaceAttemptsLimited, CatchesAFourthAttempt) {
  Story story = Story().start();
  for (int i = 0; i < 3; ++i) story.event(Source::reader, FaceCompared{FaceResult::no_match});
  story.screen(Screen::face_failed, {Button::retry}).event(Source::reader, FaceCompared{FaceResult::match});
  EXPECT_THAT(broken("face_attempts_limited", story), ElementsAre("FACE-04", "FACE-04"));
}

TEST(FaceAttemptsLimited, CountsANewReceptionAnew) {
  Story story = Story().start();
  for (int i = 0; i < 3; ++i) story.event(Source::reader, FaceCompared{FaceResult::no_match});
  EXPECT_THAT(broken("face_attempts_limited", story.take_card().start().by_face()), IsEmpty());
}

}  // namespace tries_checks_test
}  // namespace uketsuke::conformance::test
