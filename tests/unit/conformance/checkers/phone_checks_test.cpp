#include "tests/unit/conformance/checkers/bad_records.h"
#include "tests/unit/conformance/judge/phone_stories.h"

namespace uketsuke::conformance::test {
namespace phone_checks_test {

using testing::Contains;
using testing::Not;

std::vector<std::string> broken_on_phone_day(std::string_view checker, const Story& story) {
  return broken(checker, story, kPhoneDay);
}

TEST(PhoneOffered, CatchesAPhoneOnTheDayBeforeTheStart) {
  EXPECT_THAT(broken("phone_offered", Story().screen(Screen::idle, {Button::smartphone}), "2025-09-18"),
              ElementsAre("PHONE-01"));
  EXPECT_THAT(broken("phone_offered", Story().screen(Screen::idle, {Button::smartphone}), "2025-09-19"),
              IsEmpty());
}

TEST(PhoneOffered, CatchesAPhoneOfferedWithoutAReaderForIt) {
  CheckerContext context;
  context.rules = rules().on(*parse_date(kPhoneDay));
  for (const bool reader : {false, true}) {
    for (const bool offered : {false, true}) {
      context.phone_reader = reader;
      CheckerSet set(all_checkers(), context);
      Story story;
      story.screen(Screen::idle, offered ? std::vector<Button>{Button::smartphone} : std::vector<Button>{});
      for (const Event& event : story.events()) set.on(event);
      std::vector<std::string> found;
      for (const auto& checker : set.checkers()) {
        for (const Finding& finding : checker->findings()) found.push_back(finding.requirement);
      }
      EXPECT_EQ(std::count(found.begin(), found.end(), "PHONE-01"), reader == offered ? 0 : 1)
          << reader << offered;
    }
  }
}

TEST(PhoneKindDecides, CatchesDigitsAskedOfAnIPhone) {
  Story story = phone_chosen();
  EXPECT_THAT(
      broken_on_phone_day("phone_kind_decides", story.touch(Button::iphone).screen(Screen::enter_pin)),
      ElementsAre("PHONE-02"));
}

TEST(PhoneKindDecides, CatchesAnAndroidPhoneReadWithoutDigits) {
  Story story = phone_chosen();
  story.touch(Button::android).screen(Screen::hold_phone);
  EXPECT_THAT(broken_on_phone_day("phone_kind_decides",
                                  story.event(Source::patient, PhoneHeld{"sato", PhoneKind::android})),
              ElementsAre("PHONE-02"));
}

TEST(PhoneNeedsAcceptance, CatchesAPhoneThatWasNotUnlocked) {
  Story story = iphone_held();
  EXPECT_THAT(broken_on_phone_day("phone_needs_acceptance",
                                  check_phone(story, PhoneCheck::not_unlocked).confirm(Method::smartphone)),
              ElementsAre("PHONE-03"));
}

TEST(PhoneNeedsAcceptance, CatchesThePhoneOfTheReceptionBefore) {
  Story story = part(phone_done());
  story.touch(Button::smartphone).screen(Screen::phone_kind).touch(Button::iphone);
  EXPECT_THAT(broken_on_phone_day("phone_needs_acceptance", story.confirm(Method::smartphone)),
              ElementsAre("PHONE-03"));
}

TEST(PhoneAttemptsLimited, CatchesAFourthAttempt) {
  Story story = iphone_held();
  for (int attempt = 0; attempt < 3; ++attempt) check_phone(story, PhoneCheck::not_unlocked);
  EXPECT_THAT(broken_on_phone_day("phone_attempts_limited", story.screen(Screen::phone_failed)),
              ElementsAre("PHONE-05"));
}

TEST(PhoneHasNoGrace, CatchesAReceptionThatGoesOn) {
  for (const auto status : {CertificateStatus::expired, CertificateStatus::in_grace}) {
    EXPECT_THAT(
        broken_on_phone_day("phone_has_no_grace", phone_accepted().certificate(status).registration()),
        ElementsAre("PHONE-06"))
        << to_name(status);
  }
  EXPECT_THAT(
      broken_on_phone_day("phone_has_no_grace",
                          phone_accepted().certificate(CertificateStatus::expires_soon).registration()),
      IsEmpty());
}

TEST(PhoneHasNoGrace, LeavesACardItsGrace) {
  EXPECT_THAT(
      broken_on_phone_day(
          "phone_has_no_grace",
          Story().start().by_pin().certificate(CertificateStatus::in_grace).registration().eligibility()),
      IsEmpty());
}

TEST(PhoneDoesNotRegister, CatchesARegistrationByPhone) {
  const Story asked = phone_accepted().certificate().registration(false).screen(Screen::registration);
  EXPECT_THAT(broken_on_phone_day("phone_does_not_register", asked), ElementsAre("PHONE-07"));
  EXPECT_THAT(
      broken_on_phone_day("phone_does_not_register", phone_accepted().certificate().registration(false).event(
                                                         Source::service, Registered{"sato"})),
      ElementsAre("PHONE-07"));
  EXPECT_THAT(broken_on_phone_day("phone_does_not_register",
                                  phone_accepted().certificate().registration(false).eligibility()),
              ElementsAre("PHONE-07"));
}

TEST(PhoneEndsByItself, CatchesAnEndTooSoonAndTooLate) {
  for (const auto& [time, fits] : {std::pair{seconds(1), false}, {seconds(5), true}, {seconds(8), false}}) {
    Story story = phone_done();
    story.wait(time).forget({Button::smartphone});
    EXPECT_EQ(broken_on_phone_day("phone_ends_by_itself", story).empty(), fits) << time.count();
  }
}

TEST(PhoneEndsByItself, CatchesAReaderThatNeverIsIdle) {
  Story story = phone_done();
  story.wait(seconds(20)).screen(Screen::done);
  EXPECT_THAT(broken_on_phone_day("phone_ends_by_itself", story), ElementsAre("PHONE-08"));
}

TEST(PhoneEndsByItself, CatchesACardThatIsAskedFor) {
  Story story = phone_done();
  EXPECT_THAT(broken_on_phone_day("phone_ends_by_itself", story.screen(Screen::take_card)),
              ElementsAre("PHONE-08"));
  EXPECT_THAT(
      broken_on_phone_day("phone_ends_by_itself", phone_done().event(Source::reader, CardLeftAlarm{true})),
      ElementsAre("PHONE-08"));
}

TEST(NoCardWhilePhone, CatchesACardTakenIn) {
  EXPECT_THAT(broken_on_phone_day("no_card_while_phone", phone_accepted().insert("suzuki")),
              ElementsAre("PHONE-09"));
  EXPECT_THAT(broken_on_phone_day("no_card_while_phone", part(phone_done()).insert("suzuki")), IsEmpty());
}

TEST(PhoneServesOneReception, CatchesThePhonesOwnerServedForTheNextCard) {
  Story story = part(phone_done());
  story.start("suzuki").by_face().event(Source::service,
                                        CertificateChecked{"sato", CertificateStatus::valid});
  EXPECT_THAT(broken_on_phone_day("phone_serves_one_reception", story), ElementsAre("PHONE-10"));
}

TEST(PhoneTriesOnlyFall, CatchesTriesThatDoNotFall) {
  Story story = android_held();
  check_phone(story, PhoneCheck::wrong, 2);
  EXPECT_THAT(broken_on_phone_day("phone_tries_only_fall", check_phone(story, PhoneCheck::wrong, 2)),
              ElementsAre("PHONE-11"));
}

TEST(PhoneTriesOnlyFall, CatchesALockedPhoneThatAnswers) {
  Story story = android_held();
  check_phone(story, PhoneCheck::wrong, 0);
  EXPECT_THAT(broken_on_phone_day("phone_tries_only_fall", check_phone(story, PhoneCheck::accepted, 3)),
              ElementsAre("PHONE-11"));
}

TEST(PhoneNeedsNoCard, CatchesWhatBelongsToACard) {
  const std::vector<Payload> of_a_card{CardFaceNumberChecked{SecretCheck::accepted, 10}, PhotoRead{1},
                                       FrameCaptured{1}, PinChecked{SecretCheck::accepted, 3}};
  for (const Payload& payload : of_a_card) {
    EXPECT_THAT(broken_on_phone_day("phone_needs_no_card", iphone_held().event(Source::reader, payload)),
                ElementsAre("PHONE-12"));
  }
  EXPECT_THAT(broken_on_phone_day("phone_needs_no_card", iphone_held().confirm(Method::visual)),
              ElementsAre("PHONE-12"));
  EXPECT_THAT(broken_on_phone_day("phone_needs_no_card", Story().start().confirm(Method::smartphone)),
              ElementsAre("PHONE-12"));
}

// Checkers older than phones must treat a reception by phone as a separate one.

TEST(ReceptionByPhone, StartsAnewForThoseThatStartAnewWithACard) {
  Story story = part(phone_done());
  story.touch(Button::smartphone).screen(Screen::phone_kind, {Button::iphone, Button::android});
  EXPECT_THAT(broken_on_phone_day("identity_serves_one_card",
                                  story.event(Source::service, CertificateChecked{"sato", {}})),
              ElementsAre("CARD-05"));
}

TEST(ReceptionByPhone, NeedsItsOwnConsent) {
  EXPECT_THAT(
      broken_on_phone_day("consent_needs_touch", phone_accepted().service().record_consent(kMedicines, true)),
      ElementsAre("CONSENT-09"));
}

TEST(ReceptionByPhone, ReleasesWhatIsItsOwners) {
  EXPECT_THAT(broken_on_phone_day("released_of_card_holder",
                                  phone_accepted().service().event(Source::service,
                                                                   DataReleased{"suzuki", kMedicines, true})),
              ElementsAre("RELEASE-06"));
}

TEST(ReceptionByPhone, IsWipedAndHasOneOutcome) {
  Story kept = phone_done();
  EXPECT_THAT(broken_on_phone_day("number_and_certificate_wiped", kept.event(Source::reader, ReaderIdle{})),
              ElementsAre("PRIV-02"));
  EXPECT_THAT(broken_on_phone_day("one_outcome", phone_accepted().event(Source::reader, ReaderIdle{})),
              ElementsAre("FLOW-06"));
}

TEST(ReceptionByPhone, ShowsItsCompletion) {
  Story story = phone_accepted().service().event(Source::reader, ReceptionCompleted{});
  EXPECT_THAT(broken_on_phone_day("completion_is_shown", story.forget()), ElementsAre("FLOW-07"));
}

TEST(ReceptionByPhone, HasNoCardThatCouldBeLeft) {
  Story story = phone_done();
  story.wait(seconds(30)).screen(Screen::done).wait(seconds(30)).screen(Screen::done);
  EXPECT_THAT(broken_on_phone_day("card_left_alarm", story), IsEmpty());
}

TEST(ReceptionByPhone, UnansweredQuestionsAbortIt) {
  EXPECT_THAT(broken_on_phone_day("unanswered_question_aborts",
                                  phone_chosen().time_out().confirm(Method::smartphone)),
              Contains("FLOW-09"));
}

TEST(ReceptionByPhone, AsksForDigitsThoughTheCardIsLocked) {
  Story story;
  story.start().event(Source::chip, PinChecked{SecretCheck::wrong, 0});
  story.event(Source::reader, ReceptionAborted{}).event(Source::patient, CardRemoved{}).forget();
  story.screen(Screen::idle, {Button::smartphone}).touch(Button::smartphone).screen(Screen::phone_kind);
  EXPECT_THAT(
      broken_on_phone_day("locked_pin_not_asked", story.touch(Button::android).screen(Screen::enter_pin)),
      IsEmpty());
}

}  // namespace phone_checks_test
}  // namespace uketsuke::conformance::test
