#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace identity_checks_test {

TEST(FaceNeedsMatch, CatchesIdentityAfterAFaceThatDoesNotMatch) {
  Story story = new_flow();
  story.first<FaceCompared>().result = FaceResult::no_match;
  EXPECT_THAT(broken("face_needs_match", story), ElementsAre("FACE-02"));
}

TEST(FaceNeedsMatch, CatchesIdentityWithoutAnyComparison) {
  EXPECT_THAT(broken("face_needs_match", new_flow().drop<FaceCompared>()), ElementsAre("FACE-02"));
}

/// A successful reception by face, regardless of what was before the camera.
Story taken_for_the_holder(const std::vector<Shown>& shown) {
  Story story = Story().start().touch(Button::face).number().event(Source::reader, PhotoRead{4000});
  story.screen(Screen::face_guide);
  for (const Shown each : shown) story.event(Source::patient, FaceShown{each}, Story::kPerson);
  story.event(Source::camera, FrameCaptured{5}).event(Source::reader, FaceCompared{FaceResult::match});
  return story.confirm(Method::face);
}

TEST(OnlyTheHolderMatches, HasNothingAgainstTheHolderAndLearnsNothingFromHim) {
  const Said said = ask("only_the_holder_matches", taken_for_the_holder({Shown::holder}).events(), kNewDay);
  EXPECT_THAT(said.broken, IsEmpty());
  EXPECT_THAT(said.exercised, IsEmpty());
}

TEST(OnlyTheHolderMatches, IsExercisedByARefusal) {
  const auto exercised_by = [](Shown shown, Refusal reason) {
    Story story = Story().start().event(Source::patient, FaceShown{shown});
    return ask("only_the_holder_matches", story.refuse(Method::face, reason).events(), kNewDay).exercised;
  };
  EXPECT_THAT(exercised_by(Shown::other, Refusal::face_mismatch), ElementsAre("FACE-09"));
  EXPECT_THAT(exercised_by(Shown::cut_photo, Refusal::not_live), ElementsAre("FACE-10"));
  EXPECT_THAT(exercised_by(Shown::holder, Refusal::no_face), IsEmpty());
}

TEST(OnlyTheHolderMatches, CatchesAStranger) {
  EXPECT_THAT(broken("only_the_holder_matches", taken_for_the_holder({Shown::other})),
              ElementsAre("FACE-09"));
}

TEST(OnlyTheHolderMatches, JudgesNoLookalike) {
  EXPECT_THAT(broken("only_the_holder_matches", taken_for_the_holder({Shown::lookalike})), IsEmpty());
}

class PresentationAttack : public testing::TestWithParam<Shown> {};

TEST_P(PresentationAttack, IsCaughtWhereItConfirms) {
  EXPECT_THAT(broken("only_the_holder_matches", taken_for_the_holder({GetParam()})), ElementsAre("FACE-10"));
}

INSTANTIATE_TEST_SUITE_P(Kinds, PresentationAttack,
                         testing::Values(Shown::printed_photo, Shown::cut_photo, Shown::filling_photo,
                                         Shown::bent_photo, Shown::screen, Shown::filling_screen),
                         [](const auto& kind) { return std::string(to_name(kind.param)); });

TEST(OnlyTheHolderMatches, WhoSteppedAsideWasLookedAtBefore) {
  EXPECT_THAT(broken("only_the_holder_matches", taken_for_the_holder({Shown::other, Shown::nobody})),
              ElementsAre("FACE-09"));
}

TEST(OnlyTheHolderMatches, TheLastOneBeforeTheCameraCounts) {
  EXPECT_THAT(broken("only_the_holder_matches", taken_for_the_holder({Shown::screen, Shown::holder})),
              IsEmpty());
}

TEST(OnlyTheHolderMatches, SaysNothingWhereNobodyKnowsWhoIsThere) {
  EXPECT_THAT(ask("only_the_holder_matches", taken_for_the_holder({}).events(), kNewDay).exercised,
              IsEmpty());
}

TEST(OnlyTheHolderMatches, IsAboutTheFaceOnly) {
  Story story = Story().start().event(Source::patient, FaceShown{Shown::other}).by_pin();
  EXPECT_THAT(broken("only_the_holder_matches", story), IsEmpty());
}

TEST(OnlyTheHolderMatches, ForgetsWhoLookedForTheLastCard) {
  Story story = taken_for_the_holder({Shown::holder}).take_card();
  story.event(Source::patient, FaceShown{Shown::other}).start("suzuki").by_face();
  EXPECT_THAT(broken("only_the_holder_matches", story), IsEmpty());
}

TEST(OnlyTheHolderMatches, SaysWhatWasBeforeTheCamera) {
  EXPECT_THAT(
      ask("only_the_holder_matches", taken_for_the_holder({Shown::bent_photo}).events(), kNewDay).messages,
      ElementsAre("identity confirmed by face, but bent_photo was before the camera"));
}

TEST(PinNeedsAcceptance, CatchesIdentityAfterAWrongPin) {
  Story story = Story().start().by_pin();
  story.first<PinChecked>() = {SecretCheck::wrong, 2};
  EXPECT_THAT(broken("pin_needs_acceptance", story), ElementsAre("PIN-02"));
}

TEST(PinNeedsAcceptance, DoesNotTakeTheLastPatientsPin) {
  Story story = Story().start().by_pin().take_card();
  story.start("suzuki").touch(Button::pin).screen(Screen::enter_pin).confirm(Method::pin);
  EXPECT_THAT(broken("pin_needs_acceptance", story), ElementsAre("PIN-02"));
}

TEST(VisualNeedsDecision, CatchesIdentityAgainstTheDecision) {
  Story story =
      Story().arrive().insert().event(Source::clerk, VisualCheckDecided{false}).confirm(Method::visual);
  EXPECT_THAT(broken("visual_needs_decision", story), ElementsAre("VISUAL-01"));
}

TEST(VisualNeedsDecision, CatchesADecisionThatServesTheNextPatient) {
  Story story =
      Story().arrive().insert().event(Source::clerk, VisualCheckDecided{true}).confirm(Method::visual);
  story.take_card().arrive("suzuki").insert("suzuki").confirm(Method::visual);
  EXPECT_THAT(broken("visual_needs_decision", story), ElementsAre("VISUAL-03"));
}

TEST(VisualMismatchEnds, CatchesACompletedReceptionOfAnotherPerson) {
  Story story =
      Story().arrive().insert().event(Source::clerk, VisualCheckDecided{false}).confirm(Method::visual);
  story.service().complete({}, {}, true).take_card();
  EXPECT_THAT(broken("visual_mismatch_ends", story), ElementsAre("VISUAL-02"));
}

TEST(PhotolessNotByStaff, CatchesAnInfantsCardThatStaffLetThrough) {
  Story story = Story().arrive("ito").insert("ito");
  story.event(Source::clerk, VisualCheckDecided{true}).confirm(Method::visual);
  EXPECT_THAT(broken("photoless_not_by_staff", story), ElementsAre("VISUAL-04"));
}

TEST(PhotolessNotByStaff, LetsOtherCardsThrough) {
  Story story = Story().arrive().insert();
  story.event(Source::clerk, VisualCheckDecided{true}).confirm(Method::visual);
  EXPECT_THAT(broken("photoless_not_by_staff", story), IsEmpty());
}

TEST(PhotoNeedsNumber, CatchesAPhotoReadWithoutTheNumber) {
  EXPECT_THAT(broken("photo_needs_number", new_flow().drop<CardFaceNumberChecked>()), ElementsAre("FACE-01"));
}

TEST(NumberLockedRefusesFace, CatchesPhotoAndIdentityWithABlockedNumber) {
  Story story = new_flow();
  story.first<CardFaceNumberChecked>() = {SecretCheck::blocked, 0};
  EXPECT_THAT(broken("number_locked_refuses_face", story), ElementsAre("FACE-05", "FACE-05"));
}

TEST(NotGenuineIsRefused, CatchesIdentityByFaceAfterwards) {
  Story story = Story().start().touch(Button::face).refuse(Method::face, Refusal::not_genuine);
  EXPECT_THAT(broken("not_genuine_is_refused", story.picture().confirm(Method::face)),
              ElementsAre("FACE-07"));
}

TEST(PictureNeedsChoice, CatchesAPictureThatNobodyChose) {
  EXPECT_THAT(broken("picture_needs_choice", Story().start().picture()), ElementsAre("PRIV-05"));
}

TEST(PictureNeedsChoice, CatchesAPictureAfterTheReception) {
  EXPECT_THAT(broken("picture_needs_choice", new_flow().event(Source::camera, FrameCaptured{7})),
              ElementsAre("PRIV-05"));
}

TEST(PinlessNotByPin, CatchesACardWithoutPinIdentifiedByPin) {
  EXPECT_THAT(broken("pinless_not_by_pin", Story().start("mori").by_pin()), ElementsAre("PIN-08"));
}

TEST(IdentityServesOneCard, CatchesTheNextCardServedWithTheLastIdentity) {
  Story story = new_flow().start("suzuki");
  EXPECT_THAT(broken("identity_serves_one_card", story.screen(Screen::consent_all)), ElementsAre("CARD-05"));
}

TEST(IdentityServesOneCard, NamesTheFailureOfTheServiceWhereThereWasOne) {
  Story story = Story().start().by_face().event(Source::reader, ServiceTimedOut{"certificate"}).take_card();
  EXPECT_THAT(broken("identity_serves_one_card", story.start("suzuki").certificate()), ElementsAre("NET-04"));
}

}  // namespace identity_checks_test
}  // namespace uketsuke::conformance::test
