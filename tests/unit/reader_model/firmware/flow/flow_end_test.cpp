#include <gtest/gtest.h>

#include "tests/unit/reader_model/firmware/flow_driver.h"

// Steps 11 to 14 of docs/reception-flow.md.

namespace uketsuke::reader {
namespace flow_end_test {

using record::Button;
using record::Category;
using record::Screen;
using ::testing::ElementsAre;
using ::testing::Pair;

FlowDriver complete(const FlowSettings& settings) {
  FlowDriver driver(settings);
  driver.insured();
  driver.tell(input::Touched{settings.consent_all ? Button::agree_all : Button::agree});
  if (!settings.consent_all) driver.tell(input::Touched{Button::agree});
  driver.tell(input::OrderDone{});
  return driver;
}

TEST(FlowEnd, StoredConsentsCompleteTheReception) {
  FlowDriver driver = complete(after_reform());
  EXPECT_TRUE(driver.has<action::Complete>());
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::done));
}

TEST(FlowEnd, LimitIsAskedAfterCompletionBeforeTheReform) {
  FlowDriver driver = complete(before_reform());
  driver.tell(input::TimedOut{TimerPurpose::done_before_limit});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::limit));
  driver.tell(input::Touched{Button::provide});
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers,
              ElementsAre(Pair(Category::limit_application_certificate, true)));
  driver.tell(input::OrderDone{});
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::take_card));
}

TEST(FlowEnd, CardPulledAtDoneSendsNoLimitAnswerAndAbortsNothing) {
  FlowDriver driver = complete(before_reform());
  driver.tell(input::CardOut{});
  EXPECT_FALSE(driver.has<action::SendConsents>());
  EXPECT_FALSE(driver.has<action::Abort>());
  EXPECT_TRUE(driver.has<action::BecomeIdle>());
}

TEST(FlowEnd, UnansweredLimitIsRecordedAsRefused) {
  FlowDriver driver = complete(before_reform());
  driver.tell(input::TimedOut{TimerPurpose::done_before_limit});
  driver.tell(input::TimedOut{TimerPurpose::screen});
  EXPECT_THAT(driver.all<action::SendConsents>().at(0).answers,
              ElementsAre(Pair(Category::limit_application_certificate, false)));
}

TEST(FlowEnd, SilenceAfterTheLimitAnswerDoesNotUndoTheReception) {
  FlowDriver driver = complete(before_reform());
  driver.tell(input::TimedOut{TimerPurpose::done_before_limit});
  driver.tell(input::Touched{Button::provide});
  driver.tell(input::TimedOut{TimerPurpose::service});
  EXPECT_FALSE(driver.has<action::Abort>());
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::take_card));
}

TEST(FlowEnd, CardPulledWhileConsentsAreStoredStillCompletes) {
  FlowDriver driver(after_reform());
  driver.insured().tell(input::Touched{Button::agree_all});
  driver.tell(input::CardOut{});
  EXPECT_TRUE(driver.ordered.empty());
  driver.tell(input::OrderDone{});
  EXPECT_TRUE(driver.has<action::Complete>());
  EXPECT_TRUE(driver.has<action::BecomeIdle>());
}

TEST(FlowEnd, CardLeftRaisesTheAlarmAndTakingItEndsIt) {
  FlowDriver driver = complete(after_reform());
  driver.tell(input::TimedOut{TimerPurpose::card_left});
  EXPECT_TRUE(driver.all<action::Alarm>().at(0).on);
  driver.tell(input::CardOut{});
  EXPECT_FALSE(driver.all<action::Alarm>().at(0).on);
}

TEST(FlowEnd, EveryEndWipesBeforeItIsIdle) {
  FlowDriver driver = complete(after_reform());
  driver.tell(input::CardOut{});
  const auto position = [&](auto kind) {
    const auto found = std::find_if(driver.ordered.begin(), driver.ordered.end(), [](const Action& action) {
      return std::holds_alternative<decltype(kind)>(action);
    });
    return found - driver.ordered.begin();
  };
  EXPECT_LT(position(action::Wipe{}), position(action::BecomeIdle{}));
  EXPECT_LT(position(action::BecomeIdle{}), static_cast<long>(driver.ordered.size()));
}

TEST(FlowEnd, TheNextPatientStartsWithNothing) {
  FlowDriver driver = complete(after_reform());
  driver.tell(input::CardOut{});
  driver.insured();
  driver.tell(input::TimedOut{TimerPurpose::screen});
  const auto sent = driver.all<action::SendConsents>();
  for (const auto& [category, given] : sent.at(0).answers) EXPECT_FALSE(given) << to_name(category);
}

TEST(FlowEnd, UnansweredQuestionBeforeIdentityTimesOut) {
  FlowDriver driver(after_reform());
  driver.card_read().tell(input::TimedOut{TimerPurpose::screen});
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, record::AbortReason::timed_out);
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::take_card));
}

}  // namespace flow_end_test
}  // namespace uketsuke::reader
