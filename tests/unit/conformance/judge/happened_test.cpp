// The last patient's reception in the terms of an expectation, from records written by hand.

#include "conformance/judge/happened.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {
namespace happened_test {

using scenario::Reception;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Happened of(const Story& story) { return what_happened(story.record()); }

std::vector<Screen> screens(const Happened& happened) {
  std::vector<Screen> all;
  for (const auto& seen : happened.screens) all.push_back(seen.value);
  return all;
}

TEST(Happened, NothingInAnEmptyRecord) {
  const Happened happened = of(Story());
  EXPECT_EQ(happened.reception.value, Reception::none);
  EXPECT_FALSE(happened.reception.sequence);
  EXPECT_EQ(happened.end, Duration{});
}

TEST(Happened, AReceptionIsComplete) {
  Story story;
  story.start().by_pin().service().complete(kAsked, kAsked, false);
  const Happened happened = of(story);
  EXPECT_EQ(happened.reception.value, Reception::complete);
  EXPECT_EQ(happened.identity.value, Method::pin);
}

TEST(Happened, AnAbortHasItsReason) {
  Story story;
  story.start().by_pin().certificate(CertificateStatus::revoked);
  story.abort(AbortReason::certificate_invalid, Screen::certificate_invalid, "006");
  const Happened happened = of(story);
  EXPECT_EQ(happened.reception.value, Reception::aborted);
  EXPECT_EQ(happened.reason.value, AbortReason::certificate_invalid);
  EXPECT_EQ(happened.code.value, "006");
}

TEST(Happened, ACardInsertedAgainBeginsAnew) {
  Story story;
  story.start().abort(AbortReason::timed_out, Screen::take_card).take_card().insert();
  const Happened happened = of(story);
  EXPECT_EQ(happened.reception.value, Reception::none);
  EXPECT_FALSE(happened.reason.value);
}

TEST(Happened, OnlyTheLastPatientCounts) {
  Story story;
  story.start().by_pin().service().complete(kAsked, kAsked, false).take_card();
  story.arrive("mori").insert("mori");
  const Happened happened = of(story);
  EXPECT_EQ(happened.reception.value, Reception::none);
  EXPECT_THAT(happened.consents, IsEmpty());
  EXPECT_THAT(happened.released.value, IsEmpty());
}

TEST(Happened, ScreensStandInTheirOrder) {
  Story story;
  story.arrive().insert().screen(Screen::reading).screen(Screen::choose_method).screen(Screen::enter_pin);
  EXPECT_THAT(screens(of(story)), ElementsAre(Screen::reading, Screen::choose_method, Screen::enter_pin));
}

TEST(Happened, TheLastAnswerAboutACategoryCounts) {
  Story story;
  story.start()
      .record_consent(Category::pharmacists_info, true)
      .record_consent(Category::pharmacists_info, false);
  EXPECT_FALSE(of(story).consents.at(Category::pharmacists_info).value);
}

TEST(Happened, ReleasesAreThoseWithData) {
  Story story;
  story.start().release(Category::pharmacists_info);
  story.event(Source::service, DataReleased{"sato", Category::specific_health_checkups_info, false});
  EXPECT_THAT(of(story).released.value, UnorderedElementsAre(Category::pharmacists_info));
}

TEST(Happened, TheLimitIsReleasedEvenIfThereIsNone) {
  Story story;
  story.start().event(Source::service, DataReleased{"sato", Category::limit_application_certificate, false});
  EXPECT_TRUE(of(story).limit_released.value);
}

TEST(Happened, EveryRefusalCounts) {
  Story story;
  story.start().refuse(Method::face, Refusal::no_face).refuse(Method::pin, Refusal::pin_wrong);
  EXPECT_THAT(of(story).refusals.value, ElementsAre(Refusal::no_face, Refusal::pin_wrong));
}

TEST(Happened, TriesOfAnEarlierVisitOfThePatientAreKnown) {
  Story story;
  story.start().pin(SecretCheck::wrong, 2).abort(AbortReason::timed_out, Screen::take_card).take_card();
  story.arrive("mori").insert("mori").arrive("sato").insert("sato");
  EXPECT_EQ(of(story).pin_tries_left.value, 2);
}

TEST(Happened, TriesOfAnotherPatientsCardAreNot) {
  Story story;
  story.start().pin(SecretCheck::wrong, 1).abort(AbortReason::timed_out, Screen::take_card).take_card();
  story.arrive("mori").insert("mori");
  EXPECT_FALSE(of(story).pin_tries_left.value);
}

TEST(Happened, AnAlarmThatEndedWasThere) {
  Story story;
  story.start().event(Source::reader, CardLeftAlarm{true}).event(Source::reader, CardLeftAlarm{false});
  EXPECT_TRUE(of(story).card_left_alarm.value);
}

TEST(Happened, APhoneOnTheIdleScreenIsAnOfferWheneverItWasShown) {
  Story story;
  story.screen(Screen::idle, {Button::smartphone}).arrive().insert().screen(Screen::reading);
  EXPECT_TRUE(of(story).offers_smartphone.value);
}

TEST(Happened, AButtonForPhonesOnAnotherScreenIsNoOffer) {
  Story story;
  story.arrive().insert().screen(Screen::choose_method, {Button::smartphone});
  EXPECT_FALSE(of(story).offers_smartphone.value);
}

TEST(Happened, EachValueNamesItsEvent) {
  Story story;
  story.start().by_pin();
  const Happened happened = of(story);
  ASSERT_TRUE(happened.identity.sequence);
  for (const Event& event : story.events()) {
    if (as<IdentityConfirmed>(event) == nullptr) continue;
    EXPECT_EQ(*happened.identity.sequence, event.sequence);
    EXPECT_EQ(happened.identity.time, event.time);
  }
}

TEST(Happened, EndIsTheTimeOfTheLastEvent) {
  Story story;
  story.start().wait(std::chrono::seconds(30)).screen(Screen::take_card);
  EXPECT_EQ(of(story).end, story.events().back().time);
}

}  // namespace happened_test
}  // namespace uketsuke::conformance::test
