// Runs the engine along the record of a reception by phone.

#include "conformance/judge/reference_follower.h"
#include "tests/unit/conformance/checkers/bad_records.h"
#include "tests/unit/conformance/judge/phone_stories.h"

namespace uketsuke::conformance::test {
namespace phone_follower_test {

std::vector<std::string> follow(const Story& story, bool phone_reader = true,
                                const std::string& day = kPhoneDay,
                                std::optional<Date> satos_birth = std::nullopt) {
  CheckerContext context;
  context.rules = rules().on(*parse_date(day));
  context.asks = CategorySet(kAsks);
  for (const char* name : {"sato", "suzuki"}) context.cards[name].type = scenario::CardType::standard;
  context.cards["sato"].born = satos_birth;
  ReferenceFollower follower(setting_on(context.rules, kAsks, false, phone_reader), context);
  for (const Event& event : story.events()) follower.on(event);
  follower.finish(story.events().back().time);
  std::vector<std::string> lines;
  for (const Finding& finding : follower.findings())
    lines.push_back(finding.requirement + " " + finding.message);
  return lines;
}

TEST(PhoneFollower, TakesAWholeReception) { EXPECT_THAT(follow(part(phone_done())), IsEmpty()); }

TEST(PhoneFollower, KnowsTheAgeOfThePhonesOwner) {
  const Date of_age = *parse_date("1970-01-01"), too_young = *parse_date("2000-01-01");
  EXPECT_THAT(follow(part(phone_done()), true, kPhoneDay, of_age), IsEmpty());
  EXPECT_THAT(follow(part(phone_done()), true, kPhoneDay, too_young),
              ElementsAre(testing::StartsWith("RELEASE-07 ")));
}

TEST(PhoneFollower, SeesAPhoneTakenWithoutAReaderForIt) {
  EXPECT_THAT(follow(phone_chosen(), false),
              ElementsAre("PHONE-01 expected nothing, was screen phone_kind (iphone, android)"));
  EXPECT_THAT(follow(phone_chosen(), true, "2025-09-18"),
              ElementsAre("PHONE-01 expected nothing, was screen phone_kind (iphone, android)"));
}

TEST(PhoneFollower, SeesAnIdleScreenThatDoesNotOfferThePhoneAgain) {
  Story story = phone_done();
  story.wait(seconds(4)).forget();
  EXPECT_THAT(follow(story), ElementsAre("FLOW-10 expected screen idle (smartphone), was screen idle"));
}

TEST(PhoneFollower, SeesAPhoneThatIsTakenThoughLocked) {
  Story story = android_held();
  check_phone(story, PhoneCheck::wrong, 0).refuse(Method::smartphone, Refusal::pin_wrong);
  EXPECT_THAT(follow(story), ElementsAre("PHONE-04 expected identity refused by smartphone (pin_locked), was "
                                         "identity refused by smartphone (pin_wrong)"));
}

TEST(PhoneFollower, SeesThatAPhoneWithAnExpiredCertificateGoesOn) {
  EXPECT_THAT(
      follow(phone_accepted().certificate(CertificateStatus::in_grace).screen(Screen::certificate_notice)),
      ElementsAre(
          "PHONE-06 expected reception aborted (certificate_invalid), was screen certificate_notice"));
}

TEST(PhoneFollower, SeesACardTakenInMeanwhile) {
  EXPECT_THAT(follow(iphone_held().insert("suzuki")),
              ElementsAre("PHONE-09 expected nothing of the kind in phone_check, was card inserted"));
}

TEST(PhoneFollower, SeesAScreenThatAsksForACard) {
  Story story = phone_chosen().time_out();
  EXPECT_THAT(follow(story.abort(AbortReason::timed_out, Screen::take_card)),
              ElementsAre("FLOW-12 expected screen phone_ended, was screen take_card"));
}

TEST(PhoneFollower, FindsItsPlaceAgainWithTheNextPhone) {
  Story story = phone_done();
  story.screen(Screen::limit).screen(Screen::idle, {Button::smartphone}).touch(Button::smartphone);
  story.screen(Screen::phone_kind, {Button::iphone, Button::android});
  EXPECT_THAT(follow(story), testing::SizeIs(1));
}

std::vector<std::string> judged(const Story& story, const std::set<scenario::Capability>& has,
                                const scenario::Expectation& expect = {}) {
  scenario::Case test_case = case_on(kPhoneDay);
  test_case.expect = expect;
  test_case.requirements = {"PHONE-01"};
  return lines(judge(test_case, story.record(), catalogue(), rules(), has));
}

const std::set<scenario::Capability> kWithPhones{scenario::Capability::camera, scenario::Capability::pin_pad,
                                                 scenario::Capability::smartphone};
const std::set<scenario::Capability> kWithoutPhones{scenario::Capability::camera,
                                                    scenario::Capability::pin_pad};

TEST(PhoneJudge, GoesByWhatTheDeviceSaysItHas) {
  EXPECT_THAT(judged(part(phone_done()), kWithPhones), IsEmpty());
  EXPECT_THAT(judged(part(phone_done()), kWithoutPhones), testing::Contains(testing::HasSubstr("PHONE-01")));
  Story card;
  card.arrive().screen(Screen::idle).insert();
  EXPECT_THAT(judged(card, kWithPhones),
              testing::Contains("PHONE-01 expected the idle screen to offer a phone, did not"));
  EXPECT_THAT(judged(card, kWithoutPhones), testing::Not(testing::Contains(testing::HasSubstr("PHONE-01"))));
}

TEST(PhoneJudge, ExpectationsAreAboutTheReceptionByPhone) {
  scenario::Expectation expect;
  expect.reception = scenario::Reception::complete;
  expect.identity = scenario::ExpectedIdentity{Method::smartphone};
  expect.offers_smartphone = true;
  expect.phone_tries_left = 3;
  EXPECT_THAT(judged(part(phone_done()), kWithPhones, expect), IsEmpty());
  expect.offers_smartphone = false;
  expect.phone_tries_left = 2;
  EXPECT_THAT(judged(part(phone_done()), kWithPhones, expect),
              ElementsAre("PHONE-01 expected offers_smartphone false, was true",
                          "PHONE-01 expected phone_tries_left 2, was 3"));
}

TEST(PhoneJudge, EarlierReceptionsOutcomeIsNotThePhones) {
  Story story = part(phone_done());
  story.touch(Button::smartphone).screen(Screen::phone_kind, {Button::iphone, Button::android}).time_out();
  part(story.abort(AbortReason::timed_out, Screen::phone_ended));
  scenario::Expectation expect;
  expect.reception = scenario::Reception::aborted;
  expect.identity = scenario::ExpectedIdentity{};
  EXPECT_THAT(judged(story, kWithPhones, expect), IsEmpty());
}

}  // namespace phone_follower_test
}  // namespace uketsuke::conformance::test
