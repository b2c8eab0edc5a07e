#include <gtest/gtest.h>

#include "tests/unit/reader_model/firmware/flow_driver.h"

// 特定疾病療養受療証, and the parameters of identification, in steps 7 to 11 of docs/reception-flow.md.

namespace uketsuke::reader {
namespace flow_disease_test {

using record::Button;
using record::Category;
using record::CertificateStatus;
using record::Screen;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Pair;

constexpr Category kDisease = Category::specific_diseases_certificate;

FlowSettings nothing_asked(FlowSettings settings = after_reform()) {
  settings.asks = {};
  return settings;
}

FlowDriver at_limit() {
  FlowDriver driver(nothing_asked(before_reform()));
  driver.holder().tell(input::OrderDone{});
  driver.tell(input::TimedOut{TimerPurpose::done_before_limit});
  return driver;
}

TEST(FlowDisease, IsAskedAfterAgreeingToAll) {
  FlowDriver driver(after_reform());
  driver.holder().tell(input::Touched{Button::agree_all});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::specific_disease));
  EXPECT_THAT(driver.buttons(), ElementsAre(Button::provide, Button::do_not_provide));
}

TEST(FlowDisease, IsAskedEvenIfTheSiteAsksForNothing) {
  FlowDriver driver(nothing_asked());
  EXPECT_THAT(driver.holder().screens(), ElementsAre(Screen::specific_disease));
}

TEST(FlowDisease, IsNotAskedOfOthers) {
  FlowDriver driver(nothing_asked());
  EXPECT_TRUE(driver.insured().all<action::SendConsents>().at(0).answers.empty());
}

TEST(FlowDisease, AnswerIsSentWithTheOthers) {
  FlowDriver driver(nothing_asked());
  driver.holder().tell(input::Touched{Button::provide});
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers, ElementsAre(Pair(kDisease, true)));
  FlowDriver late(nothing_asked());
  late.holder().tell(input::TimedOut{TimerPurpose::screen});
  EXPECT_THAT(late.all<action::SendConsents>().at(0).answers, ElementsAre(Pair(kDisease, false)));
}

TEST(FlowDisease, IsNotAskedInGrace) {
  FlowDriver driver(nothing_asked());
  driver.holder(CertificateStatus::in_grace);
  EXPECT_TRUE(driver.all<action::SendConsents>().at(0).answers.empty());
}

TEST(FlowDisease, IsNotAskedIfTheReaderDoesNot) {
  FlowSettings settings = nothing_asked();
  settings.disease = DiseaseQuestion::never;
  FlowDriver driver(settings);
  EXPECT_TRUE(driver.holder().all<action::SendConsents>().at(0).answers.empty());
}

TEST(FlowDisease, BeforeTheReformItFollowsTheLimit) {
  FlowDriver driver = at_limit();
  driver.tell(input::Touched{Button::do_not_provide}).tell(input::OrderDone{});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::specific_disease));
  driver.tell(input::Touched{Button::provide});
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers, ElementsAre(Pair(kDisease, true)));
  driver.tell(input::OrderDone{});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::take_card));
}

TEST(FlowDisease, BeforeTheReformAnUnansweredLimitIsTheEnd) {
  FlowDriver driver = at_limit();
  driver.tell(input::TimedOut{TimerPurpose::screen}).tell(input::OrderDone{});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::take_card));
}

TEST(FlowDisease, BeforeTheReformACardPulledAtTheQuestionSendsNothing) {
  FlowDriver driver = at_limit();
  driver.tell(input::Touched{Button::provide}).tell(input::OrderDone{}).tell(input::CardOut{});
  EXPECT_FALSE(driver.has<action::SendConsents>());
  EXPECT_FALSE(driver.has<action::Abort>());
}

TEST(FlowDisease, BeforeTheReformSilenceDoesNotUndoTheReception) {
  FlowDriver driver = at_limit();
  driver.tell(input::Touched{Button::provide}).tell(input::OrderDone{});
  driver.tell(input::Touched{Button::provide}).tell(input::TimedOut{TimerPurpose::service});
  EXPECT_FALSE(driver.has<action::Abort>());
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::take_card));
}

TEST(FlowParameters, AgreeingToAllMayCoverTheDisease) {
  FlowSettings settings = after_reform();
  settings.disease_in_consent_all = true;
  FlowDriver driver(settings);
  driver.holder().tell(input::Touched{Button::agree_all});
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers, Contains(Pair(kDisease, true)));
}

TEST(FlowParameters, RefusingAllMayBeAButton) {
  FlowSettings settings = after_reform();
  FlowDriver without(settings);
  without.insured().tell(input::Touched{Button::refuse_all});
  EXPECT_TRUE(without.ordered.empty());
  settings.refuse_all_button = true;
  FlowDriver driver(settings);
  EXPECT_THAT(driver.insured().buttons(),
              ElementsAre(Button::agree_all, Button::individually, Button::refuse_all));
  driver.tell(input::Touched{Button::refuse_all});
  const auto sent = driver.all<action::SendConsents>();
  for (const auto& [category, given] : sent.at(0).answers) EXPECT_FALSE(given) << to_name(category);
}

FlowDriver after_visual_check(const FlowSettings& settings) {
  FlowDriver driver(settings);
  driver.flow.set_staff_mode(record::StaffMode::visual_check);
  driver.card_read().tell(input::VisualCheckDecided{true});
  driver.tell(input::CertificateAnswer{CertificateStatus::valid}).tell(input::RegistrationAnswer{true});
  driver.tell(input::EligibilityAnswer{record::Validity::valid, true});
  return driver;
}

TEST(FlowParameters, VisualCheckMayAskForNothing) {
  FlowSettings settings = after_reform();
  EXPECT_THAT(after_visual_check(settings).screens(), ElementsAre(Screen::consent_all));
  settings.asks_after_visual_check = false;
  EXPECT_TRUE(after_visual_check(settings).all<action::SendConsents>().at(0).answers.empty());
}

TEST(FlowParameters, SuspendedCertificateMayServeForEligibility) {
  FlowSettings settings = after_reform();
  FlowDriver usual(settings);
  usual.identified_by_face().tell(input::CertificateAnswer{CertificateStatus::suspended});
  EXPECT_TRUE(usual.has<action::Abort>());
  settings.suspended_ends_reception = false;
  FlowDriver driver(settings);
  driver.holder(CertificateStatus::suspended);
  EXPECT_TRUE(driver.all<action::SendConsents>().at(0).answers.empty());
}

}  // namespace flow_disease_test
}  // namespace uketsuke::reader
