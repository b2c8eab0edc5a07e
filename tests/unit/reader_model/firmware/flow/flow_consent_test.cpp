#include <gtest/gtest.h>

#include "tests/unit/reader_model/firmware/flow_driver.h"

// Step 10 of docs/reception-flow.md.

namespace uketsuke::reader {
namespace flow_consent_test {

using record::Button;
using record::Category;
using record::Screen;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

TEST(FlowConsent, BeforeTheReformEachCategoryHasItsOwnQuestion) {
  FlowDriver driver(before_reform());
  driver.insured();
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::consent_medicines));
  driver.tell(input::Touched{Button::agree});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::consent_health_checkups));
  driver.tell(input::Touched{Button::refuse});
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers,
              ElementsAre(Pair(Category::pharmacists_info, true),
                          Pair(Category::specific_health_checkups_info, false)));
}

TEST(FlowConsent, AfterTheReformOneScreenCanAnswerAll) {
  FlowDriver driver(after_reform());
  driver.insured();
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::consent_all));
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::agree_all, Button::individually));
  driver.tell(input::Touched{Button::agree_all});
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers,
              ElementsAre(Pair(Category::pharmacists_info, true),
                          Pair(Category::specific_health_checkups_info, true)));
}

TEST(FlowConsent, OneByOneLeadsToTheEarlierScreens) {
  FlowDriver driver(after_reform());
  driver.insured().tell(input::Touched{Button::individually});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::consent_medicines));
}

TEST(FlowConsent, TimeOutOfOneScreenIsARefusalAndTheNextIsAsked) {
  FlowDriver driver(before_reform());
  driver.insured().tell(input::TimedOut{TimerPurpose::screen});
  EXPECT_TRUE(driver.has<action::NoteTimeOut>());
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::consent_health_checkups));
  driver.tell(input::Touched{Button::agree});
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers,
              ElementsAre(Pair(Category::pharmacists_info, false),
                          Pair(Category::specific_health_checkups_info, true)));
}

TEST(FlowConsent, TimeOutOfTheFirstScreenRefusesEverything) {
  FlowDriver driver(after_reform());
  driver.insured().tell(input::TimedOut{TimerPurpose::screen});
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers,
              ElementsAre(Pair(Category::pharmacists_info, false),
                          Pair(Category::specific_health_checkups_info, false)));
}

TEST(FlowConsent, DiagnosisAndMedicinesShareAScreenAndAreTwoAnswers) {
  FlowSettings settings = before_reform();
  settings.asks = {Category::diagnosis_info, Category::pharmacists_info};
  FlowDriver driver(settings);
  driver.insured().tell(input::Touched{Button::agree});
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers,
              ElementsAre(Pair(Category::diagnosis_info, true), Pair(Category::pharmacists_info, true)));
}

TEST(FlowConsent, SiteThatAsksForNothingShowsNoScreen) {
  FlowSettings settings = after_reform();
  settings.asks.clear();
  FlowDriver driver(settings);
  driver.insured();
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::checking));
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers, IsEmpty());
}

TEST(FlowConsent, NothingIsAskedWithACertificateInGrace) {
  FlowDriver driver(after_reform());
  driver.insured(record::CertificateStatus::in_grace);
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers, IsEmpty());
}

TEST(FlowConsent, LimitInformationGoesAlongAutomaticallyOnlyAfterTheReform) {
  FlowDriver after(after_reform());
  after.insured().tell(input::Touched{Button::agree_all});
  EXPECT_THAT(after.all<action::SendConsents>().at(0).automatic,
              ElementsAre(Category::eligibility, Category::limit_application_certificate));
  FlowDriver before(before_reform());
  before.insured().tell(input::Touched{Button::agree});
  before.tell(input::Touched{Button::agree});
  EXPECT_THAT(before.all<action::SendConsents>().at(0).automatic, ElementsAre(Category::eligibility));
}

TEST(FlowConsent, ButtonOfAnotherScreenAnswersNothing) {
  FlowDriver driver(after_reform());
  driver.insured().tell(input::Touched{Button::agree});
  EXPECT_TRUE(driver.ordered.empty());
  EXPECT_EQ(driver.flow.stage(), Stage::consent_all);
}

FlowSettings with_form_question() {
  FlowSettings settings = after_reform();
  settings.prescription_form = true;
  return settings;
}

TEST(FlowConsent, FormOfThePrescriptionIsAskedAfterTheConsentsAndSent) {
  FlowDriver driver(with_form_question());
  driver.insured().tell(input::Touched{Button::agree_all});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::prescription_form));
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::electronic, Button::paper));
  EXPECT_FALSE(driver.has<action::SendConsents>());
  driver.tell(input::Touched{Button::electronic});
  EXPECT_EQ(driver.all<action::SendConsents>().at(0).prescription, record::PrescriptionForm::electronic);
}

TEST(FlowConsent, FormThatIsNotChosenIsPaper) {
  FlowDriver driver(with_form_question());
  driver.insured().tell(input::Touched{Button::agree_all}).tell(input::TimedOut{TimerPurpose::screen});
  EXPECT_TRUE(driver.has<action::NoteTimeOut>());
  EXPECT_EQ(driver.all<action::SendConsents>().at(0).prescription, record::PrescriptionForm::paper);
}

TEST(FlowConsent, SiteThatDoesNotAskSendsNoForm) {
  FlowDriver driver(after_reform());
  driver.insured().tell(input::Touched{Button::agree_all});
  EXPECT_EQ(driver.all<action::SendConsents>().at(0).prescription, std::nullopt);
}

}  // namespace flow_consent_test
}  // namespace uketsuke::reader
