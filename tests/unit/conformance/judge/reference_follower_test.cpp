// Runs the engine along a record: one finding per defect, named by what should have happened.

#include "conformance/judge/reference_follower.h"

#include "tests/unit/conformance/checkers/bad_records.h"

namespace uketsuke::conformance::test {
namespace reference_follower_test {

using testing::Not;

std::vector<std::string> follow(const Story& story, const std::string& day = kNewDay,
                                const CardBefore& satos = {}) {
  CheckerContext context;
  context.rules = rules().on(*parse_date(day));
  context.asks = CategorySet(kAsks);
  context.cards["sato"] = satos;
  for (const char* name : {"sato", "suzuki"}) context.cards[name].type = scenario::CardType::standard;
  context.cards["mori"].type = scenario::CardType::pinless;
  ReferenceFollower follower(setting_on(context.rules, kAsks), context);
  for (const Event& event : story.events()) follower.on(event);
  follower.finish(story.events().back().time);
  std::vector<std::string> lines;
  for (const Finding& finding : follower.findings())
    lines.push_back(finding.requirement + " " + finding.message);
  return lines;
}

TEST(ReferenceFollower, NamesTheScreenThatShouldHaveCome) {
  EXPECT_THAT(follow(Story().start().by_face().service().screen(Screen::consent_medicines,
                                                                {Button::agree, Button::refuse})),
              ElementsAre("CONSENT-02 expected screen consent_all (agree_all, individually), was screen "
                          "consent_medicines (agree, refuse)"));
}

std::vector<std::string> released_to_somebody_born(const char* born, bool any) {
  CardBefore satos;
  satos.born = parse_date(born);
  const Story story = at_consent_all()
                          .touch(Button::agree_all)
                          .record_consent(kMedicines, true)
                          .record_consent(kCheckups, true)
                          .release(Category::eligibility)
                          .release(kMedicines)
                          .event(Source::service, DataReleased{"sato", kCheckups, any})
                          .release(kLimit)
                          .event(Source::reader, ReceptionCompleted{})
                          .screen(Screen::done);
  return follow(story, kNewDay, satos);
}

TEST(ReferenceFollower, SeesAHealthCheckOfSomebodyTooYoungForOne) {
  EXPECT_THAT(released_to_somebody_born("1984-10-08", true),
              ElementsAre("RELEASE-07 expected SpecificHealthCheckupsInfo released, which says nothing, was "
                          "SpecificHealthCheckupsInfo released"));
  EXPECT_THAT(released_to_somebody_born("1984-10-08", false), IsEmpty());
}

TEST(ReferenceFollower, TakesAHealthCheckOrNoneFromFortyOn) {
  for (const char* born : {"1984-10-07", "1949-10-07", "1930-01-01"}) {
    EXPECT_THAT(released_to_somebody_born(born, true), IsEmpty()) << born;
    EXPECT_THAT(released_to_somebody_born(born, false), IsEmpty()) << born;
  }
}

Story photo_read() {
  return Story().start().touch(Button::face).number().event(Source::reader, PhotoRead{4000});
}

TEST(ReferenceFollower, TakesTheRefusalOfAPhotoThatTheCaseSpoiled) {
  CardBefore spoiled;
  spoiled.photo_usable = false;
  EXPECT_THAT(follow(photo_read()
                         .refuse(Method::face, Refusal::photo_unusable)
                         .screen(Screen::choose_method, {Button::pin}),
                     kNewDay, spoiled),
              IsEmpty());
}

TEST(ReferenceFollower, SeesTheRefusalOfAGoodPhoto) {
  EXPECT_THAT(follow(photo_read().refuse(Method::face, Refusal::photo_unusable)), Not(IsEmpty()));
}

TEST(ReferenceFollower, TakesTheRefusalOfACardWhosePhotoTheCaseTookAway) {
  CardBefore without;
  without.has_photo = false;
  EXPECT_THAT(follow(Story()
                         .start()
                         .touch(Button::face)
                         .number()
                         .refuse(Method::face, Refusal::no_photo)
                         .screen(Screen::choose_method, {Button::pin}),
                     kNewDay, without),
              IsEmpty());
}

TEST(ReferenceFollower, SeesThatACameraThatFailedLeavesFaceUsedUp) {
  Story story = photo_read().screen(Screen::face_guide);
  story.event(Source::reader, CameraFailed{CameraTrouble::silent})
      .refuse(Method::face, Refusal::camera_failed);
  EXPECT_THAT(follow(story.screen(Screen::choose_method, {Button::face, Button::pin})),
              ElementsAre("FLOW-02 expected screen choose_method (pin), was screen choose_method (face, "
                          "pin)"));
}

TEST(ReferenceFollower, SeesAPictureInTheHandCalledAStranger) {
  EXPECT_THAT(
      follow(photo_read().picture(FaceResult::not_live).refuse(Method::face, Refusal::face_mismatch)),
      ElementsAre("FACE-03 expected identity refused by face (not_live), was identity refused by face "
                  "(face_mismatch)"));
}

TEST(ReferenceFollower, SeesButtonsInAnotherOrder) {
  Story story =
      Story().insert().screen(Screen::reading).event(Source::reader, CardRead{CardKind::individual_number});
  EXPECT_THAT(
      follow(story.screen(Screen::choose_method, {Button::pin, Button::face})),
      ElementsAre("FLOW-02 expected screen choose_method (face, pin), was screen choose_method (pin, face)"));
}

TEST(ReferenceFollower, SeesTheLimitScreenAfterTheReform) {
  Story story = at_consent_all().touch(Button::agree_all).complete(kAsked, kAsked, true).wait(seconds(3));
  EXPECT_THAT(follow(story.screen(Screen::limit, {Button::provide, Button::do_not_provide})),
              ElementsAre("LIMIT-03 expected nothing, was screen limit (provide, do_not_provide)"));
}

TEST(ReferenceFollower, SeesATimeOutTakenForConsent) {
  EXPECT_THAT(follow(at_consent_all().time_out().record_consent(kMedicines, true)),
              ElementsAre("CONSENT-08 expected consent PharmacistsInfo recorded as not given, was consent "
                          "PharmacistsInfo recorded as given"));
}

TEST(ReferenceFollower, SeesAReleaseThatIsMissing) {
  Story story = at_consent_all().touch(Button::agree_all);
  for (const auto category : kAsked) story.record_consent(category, true);
  story.release(Category::eligibility).release(kMedicines).release(kLimit);
  EXPECT_THAT(
      follow(story.event(Source::reader, ReceptionCompleted{})),
      ElementsAre("RELEASE-05 expected SpecificHealthCheckupsInfo released, was reception completed"));
}

TEST(ReferenceFollower, TakesReleasesInAnyOrder) {
  Story story = at_consent_all().touch(Button::agree_all);
  story.record_consent(kCheckups, true).record_consent(kMedicines, true);
  story.release(kLimit).release(kCheckups).release(kMedicines).release(Category::eligibility);
  EXPECT_THAT(follow(story.event(Source::reader, ReceptionCompleted{}).screen(Screen::done)), IsEmpty());
}

TEST(ReferenceFollower, SeesTheWrongReasonOfAnAbort) {
  Story story = Story().start().by_face().certificate(CertificateStatus::revoked);
  EXPECT_THAT(follow(story.abort(AbortReason::not_insured, Screen::not_insured)),
              ElementsAre("CERT-04 expected reception aborted (certificate_invalid), was reception aborted "
                          "(not_insured)"));
}

TEST(ReferenceFollower, SeesThePinScreenOfACardWithoutPin) {
  EXPECT_THAT(follow(Story().start("mori").touch(Button::pin).screen(Screen::enter_pin)),
              ElementsAre("PIN-05 expected identity refused by pin (pin_locked), was screen enter_pin"));
}

TEST(ReferenceFollower, SeesACardTakenForAnother) {
  Story story = Story().insert().screen(Screen::reading).event(Source::reader, CardRead{CardKind::other});
  EXPECT_THAT(follow(story), ElementsAre("READ-01 expected card read as individual_number, was other"));
}

TEST(ReferenceFollower, SaysOneDefectOnceAndFindsTheNextReception) {
  Story story = Story().start().confirm(Method::face).service();  // without a face
  story.complete({}, {}, false).take_card().start("suzuki").confirm(Method::pin);
  EXPECT_THAT(follow(story), ElementsAre("FACE-02 expected nothing, was identity confirmed by face",
                                         "PIN-02 expected nothing, was identity confirmed by pin"));
}

TEST(ReferenceFollower, SeesWhatIsMissingAtTheEndOfTheRecord) {
  EXPECT_THAT(follow(at_consent_all().event(Source::patient, CardRemoved{})),
              ElementsAre("FLOW-08 expected reception aborted (card_removed), was the end of the record"));
}

TEST(ReferenceFollower, LetsAHandBeFasterThanTheReader) {
  // The answer says revoked, but the card is out before the reader has received it.
  Story story =
      Story().start().by_face().certificate(CertificateStatus::revoked).event(Source::patient, CardRemoved{});
  EXPECT_THAT(follow(story.event(Source::reader, ReceptionAborted{AbortReason::card_removed}).forget()),
              IsEmpty());
}

TEST(ReferenceFollower, LetsACardBeTakenBeforeTheReaderKnowsThatNothingIsAsked) {
  Story story = Story().start().by_face().certificate(CertificateStatus::in_grace);
  story.screen(Screen::certificate_notice, {Button::confirm})
      .touch(Button::confirm)
      .registration()
      .eligibility();
  story.event(Source::patient, CardRemoved{})
      .event(Source::reader, ReceptionAborted{AbortReason::card_removed});
  EXPECT_THAT(follow(story.forget()), IsEmpty());
}

TEST(ReferenceFollower, SeesAScreenLeftOutBeforeTheNextThingHappens) {
  Story story = Story().start().by_face();
  story.events().pop_back();  // the screen `checking`
  EXPECT_THAT(follow(story.certificate()),
              ElementsAre("FLOW-04 expected screen checking, was certificate valid"));
}

TEST(ReferenceFollower, SeesThatSomethingHeldIsNotWiped) {
  Story story = new_flow();
  story.first<Wiped>().items = {WipedItem::photo};
  EXPECT_THAT(follow(story),
              ElementsAre("PRIV-01 expected card_face_number, photo, probe, certificate wiped, "
                          "was photo wiped"));
}

TEST(ReferenceFollower, IgnoresATouchBesideTheButtons) {
  Story story = at_consent_all();
  story.event(Source::patient, ButtonTouched{Screen::consent_all, Button::pin});
  EXPECT_THAT(follow(story.touch(Button::agree_all).complete(kAsked, kAsked, true).take_card()), IsEmpty());
}

TEST(ReferenceFollower, LetsCheckingBeShownOnceMore) {
  Story story = at_consent_all().touch(Button::agree_all).screen(Screen::checking);
  EXPECT_THAT(follow(story.complete(kAsked, kAsked, true).take_card()), IsEmpty());
}

}  // namespace reference_follower_test
}  // namespace uketsuke::conformance::test
