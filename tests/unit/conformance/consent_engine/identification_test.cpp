// Rows 1 to 6 and 12 of docs/reception-flow.md.

#include "tests/unit/conformance/consent_engine/walk.h"

namespace uketsuke::conformance::test {
namespace identification_test {

TEST(EngineRow1, CardInShowsReading) {
  EXPECT_THAT(Walk().in(input::CardInserted{}).out(), ElementsAre("screen reading"));
}

TEST(EngineRow2, NothingAnswersAborts) {
  EXPECT_THAT(Walk().in(input::CardInserted{}).in(input::CardRead{CardKind::unreadable}).out(),
              ElementsAre("reception aborted (card_not_recognised)", "screen card_not_recognised"));
}

TEST(EngineRow2, AnotherKindOfCardAborts) {
  EXPECT_THAT(Walk().in(input::CardInserted{}).in(input::CardRead{CardKind::other}).out(),
              ElementsAre("reception aborted (not_my_number_card)", "screen not_my_number_card"));
}

TEST(EngineRow3, OffersEveryWay) {
  EXPECT_THAT(Walk().card().out(), ElementsAre("screen choose_method (face, pin)"));
}

TEST(EngineRow3, OffersOnlyWhatTheReaderHas) {
  Setting setting = new_setting();
  setting.camera = false;
  EXPECT_THAT(Walk(setting).card().out(), ElementsAre("screen choose_method (pin)"));
}

TEST(EngineRow3, VisualModeAsksStaff) {
  EXPECT_THAT(Walk().in(input::StaffModeSet{StaffMode::visual_check}).card().out(),
              ElementsAre("screen visual_check"));
}

TEST(EngineRow3, StaffFindsTheSamePerson) {
  Walk walk;
  walk.in(input::StaffModeSet{StaffMode::visual_check}).card().in(input::StaffDecided{true});
  EXPECT_THAT(walk.out(), ElementsAre("identity confirmed by visual", "screen checking"));
}

TEST(EngineRow3, StaffFindsAnotherPerson) {
  Walk walk;
  walk.in(input::StaffModeSet{StaffMode::visual_check}).card().in(input::StaffDecided{false});
  EXPECT_THAT(walk.out(), ElementsAre("identity refused by visual (visual_mismatch)",
                                      "reception aborted (identity_failed)", "screen identity_failed"));
}

TEST(EngineRow4, GuideComesAfterNumberPhotoAndProof) {
  EXPECT_THAT(Walk().card().read_for_face().out(), ElementsAre("screen face_guide"));
}

TEST(EngineRow4, MatchConfirms) {
  EXPECT_THAT(Walk().face().out(), ElementsAre("identity confirmed by face", "screen checking"));
}

TEST(EngineRow4, BlockedNumberUsesFaceUp) {
  Walk walk;
  walk.card().touch(Screen::choose_method, Button::face).in(input::NumberChecked{SecretCheck::blocked});
  EXPECT_THAT(walk.out(),
              ElementsAre("identity refused by face (number_locked)", "screen choose_method (pin)"));
}

TEST(EngineRow4, CardWithoutPhotoUsesFaceUp) {
  Setting setting = new_setting();
  setting.card.has_photo = false;
  Walk walk(setting);
  walk.card().touch(Screen::choose_method, Button::face).in(input::PhotoMissing{});
  EXPECT_THAT(walk.out(), ElementsAre("identity refused by face (no_photo)", "screen choose_method (pin)"));
}

Setting with_unusable_photo() {
  Setting setting = new_setting();
  setting.card.photo_usable = false;
  return setting;
}

TEST(EngineRow4, PhotoThatCannotBeUsedUsesFaceUp) {
  Walk walk(with_unusable_photo());
  walk.card().touch(Screen::choose_method, Button::face);
  walk.in(input::NumberChecked{SecretCheck::accepted}).in(input::PhotoRead{}).in(input::PhotoUnusable{});
  EXPECT_THAT(walk.out(),
              ElementsAre("identity refused by face (photo_unusable)", "screen choose_method (pin)"));
  EXPECT_EQ(walk.rule(), "FACE-06");
}

TEST(EngineRow4, GoodPhotoIsNeverUnusable) {
  Walk walk;
  walk.card().touch(Screen::choose_method, Button::face);
  walk.in(input::NumberChecked{SecretCheck::accepted}).in(input::PhotoRead{});
  EXPECT_FALSE(walk.possible(input::PhotoUnusable{}));
}

TEST(EngineRow4, PhotoIsFoundUnusableOnlyWhereFaceWasChosen) {
  EXPECT_FALSE(Walk(with_unusable_photo()).card().possible(input::PhotoUnusable{}));
}

TEST(EngineRow4, CameraThatFailsUsesFaceUp) {
  Walk walk;
  walk.card().read_for_face().in(input::CameraFailed{});
  EXPECT_THAT(walk.out(),
              ElementsAre("identity refused by face (camera_failed)", "screen choose_method (pin)"));
  EXPECT_EQ(walk.rule(), "FACE-11");
}

TEST(EngineRow4, CameraFailsOnlyWhileItLooks) { EXPECT_FALSE(Walk().card().possible(input::CameraFailed{})); }

TEST(EngineRow4, CameraThatFailsAfterALockedPinLeavesNothing) {
  Walk walk;
  walk.card().choose_pin(false).touch(Screen::pin_locked, Button::face);
  walk.in(input::NumberChecked{SecretCheck::accepted}).in(input::PhotoRead{}).in(input::Proved{true});
  walk.in(input::CameraFailed{});
  EXPECT_THAT(walk.out(), ElementsAre("identity refused by face (camera_failed)",
                                      "reception aborted (identity_failed)", "screen identity_failed"));
}

TEST(EngineRow4, PictureInTheHandIsSaidSoAndOffersAnotherTry) {
  EXPECT_THAT(Walk().card().read_for_face().in(input::FaceCompared{FaceResult::not_live}).out(),
              ElementsAre("identity refused by face (not_live)", "screen face_failed (retry, pin)"));
}

TEST(EngineRow4, PicturesInTheHandCountAsFailures) {
  Walk walk;
  walk.card().read_for_face();
  for (int i = 0; i < 2; ++i)
    walk.in(input::FaceCompared{FaceResult::not_live}).touch(Screen::face_failed, Button::retry);
  walk.in(input::FaceCompared{FaceResult::not_live});
  EXPECT_THAT(walk.out(), ElementsAre("identity refused by face (not_live)", "screen choose_method (pin)"));
}

TEST(EngineRow4, CardThatIsNotGenuineUsesFaceUp) {
  Walk walk;
  walk.card().touch(Screen::choose_method, Button::face).in(input::Proved{false});
  EXPECT_THAT(walk.out(),
              ElementsAre("identity refused by face (not_genuine)", "screen choose_method (pin)"));
}

TEST(EngineRow4, NoMatchOffersAnotherTry) {
  EXPECT_THAT(Walk().card().read_for_face().in(input::FaceCompared{FaceResult::no_match}).out(),
              ElementsAre("identity refused by face (face_mismatch)", "screen face_failed (retry, pin)"));
}

TEST(EngineRow4, NobodyBeforeTheCameraIsSaidSo) {
  EXPECT_THAT(Walk().card().read_for_face().in(input::FaceCompared{FaceResult::no_face}).out(),
              ElementsAre("identity refused by face (no_face)", "screen face_failed (retry, pin)"));
}

TEST(EngineRow4, ThirdFailureUsesFaceUp) {
  Walk walk;
  walk.card().read_for_face();
  for (int i = 0; i < 2; ++i) {
    walk.in(input::FaceCompared{FaceResult::no_match}).touch(Screen::face_failed, Button::retry);
    EXPECT_THAT(walk.out(), ElementsAre("screen face_guide"));
  }
  walk.in(input::FaceCompared{FaceResult::no_match});
  EXPECT_THAT(walk.out(),
              ElementsAre("identity refused by face (face_mismatch)", "screen choose_method (pin)"));
}

TEST(EngineRow5, PinWithTriesIsAsked) {
  EXPECT_THAT(Walk().card().choose_pin().out(), ElementsAre("screen enter_pin"));
}

TEST(EngineRow5, PinWithoutTriesIsNotAsked) {
  EXPECT_THAT(Walk().card().choose_pin(false).out(),
              ElementsAre("identity refused by pin (pin_locked)", "screen pin_locked (face)"));
}

TEST(EngineRow5, AcceptedConfirms) {
  EXPECT_THAT(Walk().card().choose_pin().enter_pin(SecretCheck::accepted).out(),
              ElementsAre("identity confirmed by pin", "screen checking"));
}

TEST(EngineRow5, WrongOffersAnotherTryAndFace) {
  EXPECT_THAT(Walk().card().choose_pin().enter_pin(SecretCheck::wrong).out(),
              ElementsAre("identity refused by pin (pin_wrong)", "screen pin_wrong (retry, face)"));
}

TEST(EngineRow5, LastWrongLocks) {
  EXPECT_THAT(Walk().card().choose_pin().enter_pin(SecretCheck::blocked).out(),
              ElementsAre("identity refused by pin (pin_locked)", "screen pin_locked (face)"));
}

TEST(EngineRow5, CardWithoutPinIsNeverAskedForOne) {
  Setting setting = new_setting();
  setting.card.has_pin = false;
  Walk walk(setting);
  walk.card().touch(Screen::choose_method, Button::pin);
  EXPECT_FALSE(walk.possible(input::PinTries{true}));
}

TEST(EngineRow6, FaceAfterALockedPinGoesOn) {
  Walk walk;
  walk.card().choose_pin(false).touch(Screen::pin_locked, Button::face);
  EXPECT_EQ(walk.state().phase, Phase::face_number);
}

TEST(EngineRow12, NoWayLeftEnds) {
  Walk walk;
  walk.card()
      .choose_pin(false)
      .touch(Screen::pin_locked, Button::face)
      .in(input::NumberChecked{SecretCheck::blocked});
  EXPECT_THAT(walk.out(), ElementsAre("identity refused by face (number_locked)",
                                      "reception aborted (identity_failed)", "screen identity_failed"));
}

TEST(Engine, ButtonsOfOneScreenDoNothingOnAnother) {
  Walk walk;
  walk.card();
  EXPECT_FALSE(walk.possible(input::Touched{Screen::choose_method, Button::agree}));
  EXPECT_FALSE(walk.possible(input::Touched{Screen::consent_all, Button::agree_all}));
  EXPECT_FALSE(Walk()
                   .face()
                   .in(input::CertificateAnswered{CertificateStatus::in_grace})
                   .possible(input::Touched{Screen::certificate_notice, Button::face}));
}

TEST(Engine, AQuestionThatNobodyAnswersAborts) {
  EXPECT_THAT(Walk().card().in(input::TimedOut{Screen::choose_method}).out(),
              ElementsAre("reception aborted (timed_out)", "screen take_card"));
}

TEST(EngineRow4, MisreadPrintIsReadAgainAndAtTheLastReadingFaceIsUsedUp) {
  Setting setting = new_setting();
  setting.print_readings = 2;
  Walk walk(setting);
  walk.card().touch(Screen::choose_method, Button::face).in(input::NumberChecked{SecretCheck::wrong});
  EXPECT_THAT(walk.out(), IsEmpty());
  walk.in(input::NumberChecked{SecretCheck::wrong});
  EXPECT_THAT(walk.out(),
              ElementsAre("identity refused by face (number_misread)", "screen choose_method (pin)"));
}

TEST(EngineRow4, MisreadPrintThatIsReadRightInTheEndOpensThePhoto) {
  Walk walk;
  walk.card().touch(Screen::choose_method, Button::face).in(input::NumberChecked{SecretCheck::wrong});
  walk.in(input::NumberChecked{SecretCheck::accepted}).in(input::PhotoRead{}).in(input::Proved{true});
  EXPECT_THAT(walk.out(), ElementsAre("screen face_guide"));
}

TEST(EngineRow4, EachTryHasItsOwnReadings) {
  Setting setting = new_setting();
  setting.print_readings = 2;
  Walk walk(setting);
  walk.card().touch(Screen::choose_method, Button::face).in(input::NumberChecked{SecretCheck::wrong});
  walk.in(input::NumberChecked{SecretCheck::accepted}).in(input::PhotoRead{}).in(input::Proved{true});
  walk.in(input::FaceCompared{record::FaceResult::no_match}).touch(Screen::face_failed, Button::retry);
  walk.in(input::NumberChecked{SecretCheck::wrong});
  EXPECT_EQ(walk.state().phase, Phase::face_guide);
}

TEST(EngineRow4, CardThatIsNotGenuineAtTheNextTryIsRefused) {
  Walk walk;
  walk.card().read_for_face().in(input::FaceCompared{record::FaceResult::no_match});
  walk.touch(Screen::face_failed, Button::retry).in(input::Proved{false});
  EXPECT_THAT(walk.out(),
              ElementsAre("identity refused by face (not_genuine)", "screen choose_method (pin)"));
}

}  // namespace identification_test
}  // namespace uketsuke::conformance::test
