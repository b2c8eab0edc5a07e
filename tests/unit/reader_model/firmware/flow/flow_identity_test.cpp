#include <gtest/gtest.h>

#include "tests/unit/reader_model/firmware/flow_driver.h"

// Steps 1 to 6 of docs/reception-flow.md.

namespace uketsuke::reader {
namespace flow_identity_test {

using record::AbortReason;
using record::Button;
using record::Refusal;
using record::Screen;
using record::SecretCheck;
using ::testing::ElementsAre;

TEST(FlowIdentity, UnreadableCardIsError001AndAborts) {
  FlowDriver driver(after_reform());
  driver.tell(input::CardIn{});
  driver.tell(input::CardIdentified{record::CardKind::unreadable});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::card_not_recognised));
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::card_not_recognised);
}

TEST(FlowIdentity, ForeignCardIsError002AndAborts) {
  FlowDriver driver(after_reform());
  driver.tell(input::CardIn{});
  driver.tell(input::CardIdentified{record::CardKind::other});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::not_my_number_card));
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::not_my_number_card);
}

TEST(FlowIdentity, MyNumberCardIsAskedFaceOrPin) {
  FlowDriver driver(after_reform());
  driver.card_read();
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::choose_method));
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::face, Button::pin));
}

TEST(FlowIdentity, ReaderWithoutCameraOffersOnlyThePin) {
  FlowSettings settings = after_reform();
  settings.camera = false;
  FlowDriver driver(settings);
  driver.card_read();
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::pin));
}

TEST(FlowIdentity, ThirdFaceMismatchUsesTheFaceUp) {
  FlowDriver driver(after_reform());
  driver.card_read();
  driver.tell(input::Touched{Button::face});
  for (int attempt = 1; attempt <= 2; ++attempt) {
    driver.tell(input::FaceReady{});
    driver.tell(input::FaceJudged{record::FaceResult::no_match});
    EXPECT_THAT(driver.screens(), ElementsAre(Screen::face_failed));
    driver.tell(input::Touched{Button::retry});
  }
  driver.tell(input::FaceReady{});
  driver.tell(input::FaceJudged{record::FaceResult::no_match});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::choose_method));
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::pin));
}

TEST(FlowIdentity, AnEmptyPictureIsRefusedAsNoFace) {
  FlowDriver driver(after_reform());
  driver.card_read();
  driver.tell(input::Touched{Button::face});
  driver.tell(input::FaceReady{});
  driver.tell(input::TimedOut{TimerPurpose::face});
  EXPECT_EQ(driver.all<action::Refuse>().at(0).reason, Refusal::no_face);
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::face_failed));
}

TEST(FlowIdentity, CardWithoutPhotoLeavesThePin) {
  FlowDriver driver(after_reform());
  driver.card_read();
  driver.tell(input::Touched{Button::face});
  driver.tell(input::FaceImpossible{Refusal::no_photo});
  EXPECT_EQ(driver.all<action::Refuse>().at(0).reason, Refusal::no_photo);
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::pin));
}

TEST(FlowIdentity, CameraThatFailsWhileItLooksLeavesThePin) {
  FlowDriver driver(after_reform());
  driver.card_read();
  driver.tell(input::Touched{Button::face});
  driver.tell(input::FaceReady{});
  driver.tell(input::FaceImpossible{Refusal::camera_failed});
  EXPECT_TRUE(driver.has<action::StopWatching>());
  EXPECT_EQ(driver.all<action::Refuse>().at(0).reason, Refusal::camera_failed);
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::choose_method));
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::pin));
}

TEST(FlowIdentity, PictureInTheHandIsRefusedAsNotLiveAndMayTryAgain) {
  FlowDriver driver(after_reform());
  driver.card_read();
  driver.tell(input::Touched{Button::face});
  driver.tell(input::FaceReady{});
  driver.tell(input::FaceJudged{record::FaceResult::not_live});
  EXPECT_EQ(driver.all<action::Refuse>().at(0).reason, Refusal::not_live);
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::retry, Button::pin));
}

TEST(FlowIdentity, PinIsAskedWithTheTriesLeft) {
  FlowDriver driver(after_reform());
  driver.card_read();
  driver.tell(input::Touched{Button::pin});
  driver.tell(input::PinTries{2});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::enter_pin));
  EXPECT_EQ(driver.all<action::Show>().at(0).tries_left, 2);
}

TEST(FlowIdentity, LockedPinIsNeverAskedForAndFaceIsLeft) {
  FlowDriver driver(after_reform());
  driver.card_read();
  driver.tell(input::Touched{Button::pin});
  driver.tell(input::PinTries{0});
  EXPECT_EQ(driver.all<action::Refuse>().at(0).reason, Refusal::pin_locked);
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::pin_locked));
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::face));
}

TEST(FlowIdentity, WrongPinSaysHowManyTriesAreLeftAndOffersTheFace) {
  FlowDriver driver(after_reform());
  driver.card_read();
  driver.tell(input::Touched{Button::pin});
  driver.tell(input::PinTries{3});
  driver.tell(input::PinTyped{});
  driver.tell(input::PinChecked{SecretCheck::wrong, 2});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::pin_wrong));
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::retry, Button::face));
  EXPECT_EQ(driver.all<action::Show>().at(0).tries_left, 2);
}

TEST(FlowIdentity, LastWrongPinWithoutACameraLeavesNothing) {
  FlowSettings settings = after_reform();
  settings.camera = false;
  FlowDriver driver(settings);
  driver.card_read();
  driver.tell(input::Touched{Button::pin});
  driver.tell(input::PinTries{1});
  driver.tell(input::PinTyped{});
  driver.tell(input::PinChecked{SecretCheck::wrong, 0});
  EXPECT_EQ(driver.all<action::Refuse>().at(0).reason, Refusal::pin_locked);
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::identity_failed);
}

TEST(FlowIdentity, VisualCheckModeAsksStaffInsteadOfThePatient) {
  FlowDriver driver(after_reform());
  driver.flow.set_staff_mode(record::StaffMode::visual_check);
  driver.card_read();
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::visual_check));
  driver.tell(input::VisualCheckDecided{true});
  EXPECT_EQ(driver.all<action::Confirm>().at(0).method, record::Method::visual);
}

TEST(FlowIdentity, StaffFindsAnotherPersonAndTheReceptionEnds) {
  FlowDriver driver(after_reform());
  driver.flow.set_staff_mode(record::StaffMode::visual_check);
  driver.card_read();
  driver.tell(input::VisualCheckDecided{false});
  EXPECT_FALSE(driver.has<action::Confirm>());
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::identity_failed);
}

TEST(FlowIdentity, AFaceJudgedAfterTheCardWasRemovedIdentifiesNoPatient) {
  FlowDriver driver(after_reform());
  driver.card_read();
  driver.tell(input::Touched{Button::face});
  driver.tell(input::FaceReady{});
  driver.tell(input::CardOut{});
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::card_removed);
  driver.tell(input::FaceJudged{record::FaceResult::match});
  EXPECT_TRUE(driver.ordered.empty());
  EXPECT_EQ(driver.flow.stage(), Stage::idle);
}

}  // namespace flow_identity_test
}  // namespace uketsuke::reader
