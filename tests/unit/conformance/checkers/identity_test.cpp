#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace {

TEST(FaceNeedsMatch, CatchesIdentityAfterAFaceThatDoesNotMatch) {
  Story story = new_flow();
  story.first<FaceCompared>().result = FaceResult::no_match;
  EXPECT_THAT(broken("face_needs_match", story), ElementsAre("FACE-02"));
}

TEST(FaceNeedsMatch, CatchesIdentityWithoutAnyComparison) {
  EXPECT_THAT(broken("face_needs_match", new_flow().drop<FaceCompared>()), ElementsAre("FACE-02"));
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

}  // namespace
}  // namespace uketsuke::conformance::test
