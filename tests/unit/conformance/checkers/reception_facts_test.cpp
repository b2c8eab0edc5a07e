// What the checkers know about a reception while they read its record.

#include "conformance/checkers/reception_facts.h"

#include <gtest/gtest.h>

#include "tests/unit/conformance/judge/story.h"

namespace uketsuke::conformance::test {
namespace reception_facts_test {

ReceptionFacts after(const Story& story) {
  ReceptionFacts facts;
  for (const Event& event : story.events()) facts.see(event);
  return facts;
}

TEST(ReceptionFacts, NoReceptionIsOpenBeforeTheFirstCard) {
  const ReceptionFacts facts = after(Story().arrive().screen(Screen::idle));
  EXPECT_FALSE(facts.open);
  EXPECT_EQ(facts.number, 0);
  EXPECT_TRUE(facts.card.empty());
}

TEST(ReceptionFacts, ACardOpensOne) {
  const ReceptionFacts facts = after(Story().arrive().insert());
  EXPECT_TRUE(facts.open);
  EXPECT_TRUE(facts.card_in);
  EXPECT_EQ(facts.card, "sato");
  EXPECT_EQ(facts.number, 1);
}

TEST(ReceptionFacts, AreOpenUntilTheReaderIsIdleAndNotOnlyUntilTheCardIsTaken) {
  Story story;
  story.arrive().insert().event(Source::patient, CardRemoved{});
  EXPECT_TRUE(after(story).open);
  EXPECT_FALSE(after(story).card_in);
  story.event(Source::reader, ReaderIdle{});
  EXPECT_FALSE(after(story).open);
}

TEST(ReceptionFacts, TheNextCardForgetsTheLastReception) {
  Story story;
  story.start().by_pin().service().complete(kAsked, kAsked, false).take_card().arrive("mori").insert("mori");
  const ReceptionFacts facts = after(story);
  EXPECT_EQ(facts.number, 2);
  EXPECT_EQ(facts.card, "mori");
  EXPECT_FALSE(facts.identity);
  EXPECT_TRUE(facts.agreed.empty());
  EXPECT_TRUE(facts.recorded.empty());
  EXPECT_FALSE(facts.completed);
}

TEST(ReceptionFacts, ATouchOrATimeOutAnswersTheScreen) {
  Story touched, timed_out, open;
  touched.start().touch(Button::pin);
  timed_out.start().time_out();
  open.start();
  EXPECT_TRUE(after(touched).screen_answered);
  EXPECT_TRUE(after(timed_out).screen_answered);
  EXPECT_FALSE(after(open).screen_answered);
}

TEST(ReceptionFacts, ANewScreenIsUnanswered) {
  Story story;
  story.start().touch(Button::pin).screen(Screen::enter_pin);
  EXPECT_FALSE(after(story).screen_answered);
  EXPECT_EQ(after(story).screen, Screen::enter_pin);
}

TEST(ReceptionFacts, AgreementIsToTheScreensCategories) {
  Story story;
  story.start().screen(Screen::consent_medicines, {Button::agree, Button::refuse}).touch(Button::agree);
  const ReceptionFacts facts = after(story);
  EXPECT_TRUE(facts.agreed.has(Category::pharmacists_info));
  EXPECT_TRUE(facts.agreed.has(Category::diagnosis_info));  // on one screen with 薬剤 (leaflet, step 3)
  EXPECT_FALSE(facts.agreed.has(Category::operation_info));
  EXPECT_FALSE(facts.agreed_to_all);
}

TEST(ReceptionFacts, RefusalIsNoAgreement) {
  Story story;
  story.start().screen(Screen::consent_medicines, {Button::agree, Button::refuse}).touch(Button::refuse);
  EXPECT_TRUE(after(story).agreed.empty());
}

TEST(ReceptionFacts, AgreementToAllIsRemembered) {
  Story story;
  story.start()
      .screen(Screen::consent_all, {Button::agree_all, Button::individually})
      .touch(Button::agree_all);
  const ReceptionFacts facts = after(story);
  EXPECT_TRUE(facts.agreed_to_all);
  EXPECT_TRUE(facts.agreed.has(Category::operation_info));
}

TEST(ReceptionFacts, ARefusedConsentIsRecordedAndNotGiven) {
  Story story;
  story.start().record_consent(Category::pharmacists_info, false);
  const ReceptionFacts facts = after(story);
  EXPECT_TRUE(facts.recorded.has(Category::pharmacists_info));
  EXPECT_FALSE(facts.given.has(Category::pharmacists_info));
}

TEST(ReceptionFacts, MedicalAidThatIsNotRegisteredIsInsuranceToo) {
  // 資格有効性: 1 有効 and 6 有効（未登録） are insurance in force.
  for (const auto& [validity, name] : enum_names(Validity{})) {
    Story story;
    story.start().by_pin().eligibility(validity);
    EXPECT_EQ(after(story).insured(), validity == Validity::valid || validity == Validity::valid_unregistered)
        << name;
  }
}

TEST(ReceptionFacts, RegistrationAtTheReaderCounts) {
  Story story;
  story.start().by_pin().registration(false);
  EXPECT_EQ(after(story).registered, false);
  story.event(Source::service, Registered{"sato"});
  EXPECT_EQ(after(story).registered, true);
}

TEST(ReceptionFacts, TheTimeOfTheOutcomeIsThatOfTheFirst) {
  Story story;
  story.start().abort(AbortReason::timed_out, Screen::take_card);
  const Duration first = after(story).outcome_time;
  story.wait(std::chrono::seconds(9)).event(Source::reader, ReceptionCompleted{});
  EXPECT_EQ(after(story).outcome_time, first);
  EXPECT_GT(first, Duration{});
}

// ---- phones ----

TEST(ReceptionFacts, APhoneOnTheIdleScreenOpensAReceptionWithoutACard) {
  Story story;
  story.arrive().screen(Screen::idle, {Button::smartphone}).touch(Button::smartphone);
  const ReceptionFacts facts = after(story);
  EXPECT_TRUE(facts.open);
  EXPECT_TRUE(facts.by_phone);
  EXPECT_FALSE(facts.card_in);
  EXPECT_TRUE(begins_by_phone(story.events().back()));
}

TEST(ReceptionFacts, ATouchOnAnotherScreenBeginsNothing) {
  Story story;
  story.start().touch(Button::pin);
  EXPECT_FALSE(begins_by_phone(story.events().back()));
  EXPECT_EQ(after(story).number, 1);
}

// ---- what screens and categories are about ----

TEST(AsksConsent, IsTrueOfTheScreensOfMedicalInformationOnly) {
  EXPECT_TRUE(asks_consent(Screen::consent_all));
  EXPECT_TRUE(asks_consent(Screen::consent_operations));
  EXPECT_FALSE(asks_consent(Screen::limit));
  EXPECT_FALSE(asks_consent(Screen::done));
}

TEST(IsSensitive, IsTrueOfADiseaseAndNotOfTheLimit) {
  EXPECT_TRUE(is_sensitive(Category::specific_diseases_certificate));
  EXPECT_FALSE(is_medical(Category::specific_diseases_certificate));
  EXPECT_FALSE(is_sensitive(Category::limit_application_certificate));
}

TEST(AsksSensitive, IsTrueOfTheDiseaseScreen) {
  EXPECT_TRUE(asks_sensitive(Screen::specific_disease));
  EXPECT_FALSE(asks_consent(Screen::specific_disease));
}

}  // namespace reception_facts_test
}  // namespace uketsuke::conformance::test
