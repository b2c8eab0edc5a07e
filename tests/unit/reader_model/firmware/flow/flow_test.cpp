#include "reader_model/firmware/flow/flow.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "tests/unit/reader_model/firmware/flow_driver.h"

// What holds at every step of docs/reception-flow.md: cards that come and go, time-outs, and the end.

namespace uketsuke::reader {
namespace flow_test {

using record::AbortReason;
using record::Button;
using record::LampColor;
using record::Screen;
using ::testing::ElementsAre;

template <class Kind>
bool is(const Action& action) {
  return std::holds_alternative<Kind>(action);
}

TEST(Flow, IsIdleAtFirst) { EXPECT_EQ(Flow(after_reform()).stage(), Stage::idle); }

TEST(Flow, CardLightsTheLampBlueAndIsRead) {
  FlowDriver driver(after_reform());
  driver.tell(input::CardIn{});
  EXPECT_EQ(driver.all<action::SetLamp>().at(0).color, LampColor::blue);
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::reading));
  EXPECT_TRUE(driver.has<action::IdentifyCard>());
}

TEST(Flow, CardThatGoesFromAnIdleReaderChangesNothing) {
  FlowDriver driver(after_reform());
  EXPECT_TRUE(driver.tell(input::CardOut{}).ordered.empty());
}

TEST(Flow, SecondCardDuringAReceptionChangesNothing) {
  FlowDriver driver(after_reform());
  driver.card_read();
  EXPECT_TRUE(driver.tell(input::CardIn{}).ordered.empty());
  EXPECT_EQ(driver.flow.stage(), Stage::choosing);
}

TEST(Flow, KindOfACardThatComesLateChangesNothing) {
  FlowDriver driver(after_reform());
  driver.card_read();
  EXPECT_TRUE(driver.tell(input::CardIdentified{record::CardKind::other}).ordered.empty());
}

/// Ways into a reception, before the consents are sent.
struct Way {
  const char* name;
  Stage stage;
  void (*go)(FlowDriver&);
};

const Way kWays[] = {
    {"identifying", Stage::identifying, [](FlowDriver& driver) { driver.tell(input::CardIn{}); }},
    {"choosing", Stage::choosing, [](FlowDriver& driver) { driver.card_read(); }},
    {"preparing_face", Stage::preparing_face,
     [](FlowDriver& driver) { driver.card_read().tell(input::Touched{Button::face}); }},
    {"facing", Stage::facing,
     [](FlowDriver& driver) {
       driver.card_read().tell(input::Touched{Button::face});
       driver.tell(input::FaceReady{});
     }},
    {"asking_tries", Stage::asking_tries,
     [](FlowDriver& driver) { driver.card_read().tell(input::Touched{Button::pin}); }},
    {"typing_pin", Stage::typing_pin,
     [](FlowDriver& driver) {
       driver.card_read().tell(input::Touched{Button::pin});
       driver.tell(input::PinTries{3});
     }},
    {"certificate", Stage::certificate, [](FlowDriver& driver) { driver.identified_by_face(); }},
    {"registration_query", Stage::registration_query,
     [](FlowDriver& driver) {
       driver.identified_by_face().tell(input::CertificateAnswer{record::CertificateStatus::valid});
     }},
    {"consent_all", Stage::consent_all, [](FlowDriver& driver) { driver.insured(); }},
};

class OnTheWay : public ::testing::TestWithParam<Way> {
 protected:
  OnTheWay() { GetParam().go(driver); }
  FlowDriver driver{after_reform()};
};

TEST_P(OnTheWay, IsWhereTheTestWantsToBe) { EXPECT_EQ(driver.flow.stage(), GetParam().stage); }

TEST_P(OnTheWay, CardThatIsPulledAbortsTheReception) {
  driver.tell(input::CardOut{});
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::card_removed);
  EXPECT_EQ(driver.flow.stage(), Stage::idle);
}

TEST_P(OnTheWay, CardThatIsPulledLeavesNothingOfThePatient) {
  driver.tell(input::CardOut{});
  EXPECT_EQ(driver.flow.fingerprint(), Flow(after_reform()).fingerprint());
}

TEST_P(OnTheWay, CardThatIsPulledCompletesNothing) {
  driver.tell(input::CardOut{});
  EXPECT_FALSE(driver.has<action::Complete>());
  EXPECT_FALSE(driver.has<action::SendConsents>());
}

TEST_P(OnTheWay, CardThatIsPulledTurnsLampAndCameraOffAndWipes) {
  driver.tell(input::CardOut{});
  EXPECT_EQ(driver.all<action::SetLamp>().at(0).color, LampColor::off);
  EXPECT_TRUE(driver.has<action::StopWatching>());
  EXPECT_TRUE(driver.has<action::StopTimer>());
  EXPECT_TRUE(driver.has<action::Wipe>());
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::idle));
}

// A touch of a button that no screen of the card's reception offers at this point.
TEST_P(OnTheWay, ButtonOfTheLimitScreenDoesNothing) {
  const std::string before = driver.flow.fingerprint();
  EXPECT_TRUE(driver.tell(input::Touched{Button::provide}).ordered.empty());
  EXPECT_EQ(driver.flow.fingerprint(), before);
}

INSTANTIATE_TEST_SUITE_P(Stages, OnTheWay, ::testing::ValuesIn(kWays),
                         [](const auto& way) { return std::string(way.param.name); });

TEST(Flow, AbortStopsTheCameraLightsRedAndWaitsForTheCard) {
  FlowDriver driver(after_reform());
  driver.card_read().tell(input::TimedOut{TimerPurpose::screen});
  EXPECT_TRUE(driver.has<action::StopWatching>());
  EXPECT_EQ(driver.all<action::SetLamp>().at(0).color, LampColor::red);
  EXPECT_EQ(driver.all<action::SetTimer>().at(0).purpose, TimerPurpose::card_left);
  EXPECT_EQ(driver.flow.stage(), Stage::card_out);
}

TEST(Flow, CardThatIsTakenAfterAnAbortAbortsNothingAgain) {
  FlowDriver driver(after_reform());
  driver.card_read().tell(input::TimedOut{TimerPurpose::screen});
  driver.tell(input::CardOut{});
  EXPECT_FALSE(driver.has<action::Abort>());
  EXPECT_TRUE(driver.has<action::BecomeIdle>());
}

TEST(Flow, EachScreenThatTimesOutIsNoted) {
  FlowDriver driver(after_reform());
  driver.insured().tell(input::TimedOut{TimerPurpose::screen});
  ASSERT_FALSE(driver.ordered.empty());
  EXPECT_TRUE(is<action::NoteTimeOut>(driver.ordered.front()));
}

TEST(Flow, SilentServiceIsNotedAndSaidToThePatient) {
  FlowDriver driver(after_reform());
  driver.identified_by_face().tell(input::TimedOut{TimerPurpose::service});
  EXPECT_TRUE(driver.has<action::NoteServiceSilent>());
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::service_unavailable);
  EXPECT_THAT(driver.screens(), ElementsAre(Screen::service_unavailable));
}

// The patient has gone with the card: there is nobody to be told, and no card to be waited for.
TEST(Flow, SilenceAfterTheCardWasPulledEndsInIdle) {
  FlowDriver driver(after_reform());
  driver.insured().tell(input::Touched{Button::agree_all});
  driver.tell(input::CardOut{});
  driver.tell(input::TimedOut{TimerPurpose::service});
  EXPECT_EQ(driver.all<action::Abort>().at(0).reason, AbortReason::service_unavailable);
  EXPECT_EQ(driver.flow.stage(), Stage::idle);
}

TEST(Flow, NoticeThatNobodyConfirmsIsTakenAsRead) {
  FlowDriver driver(after_reform());
  driver.identified_by_face().tell(input::CertificateAnswer{record::CertificateStatus::expires_soon});
  ASSERT_EQ(driver.flow.stage(), Stage::notice);
  driver.tell(input::TimedOut{TimerPurpose::notice});
  EXPECT_TRUE(driver.has<action::AskRegistration>());
}

TEST(Flow, CardLeftInTheSlotRaisesTheAlarmAndStaysWhereItIs) {
  FlowDriver driver(after_reform());
  driver.card_read().tell(input::TimedOut{TimerPurpose::screen});
  driver.tell(input::TimedOut{TimerPurpose::card_left});
  EXPECT_TRUE(driver.all<action::Alarm>().at(0).on);
  EXPECT_EQ(driver.flow.stage(), Stage::card_out);
}

TEST(Flow, IdleScreenIsTheLastThingThatIsOrdered) {
  FlowDriver driver(after_reform());
  driver.card_read().tell(input::CardOut{});
  EXPECT_TRUE(is<action::Show>(driver.ordered.back()));
}

TEST(Flow, SlotIsNotOpenedForAPatientWhoCameWithACard) {
  FlowDriver driver(after_reform());
  driver.card_read().tell(input::CardOut{});
  EXPECT_FALSE(driver.has<action::OpenSlot>());
}

std::string fingerprint_after(const std::function<void(FlowDriver&)>& play,
                              const FlowSettings& settings = after_reform()) {
  FlowDriver driver(settings);
  play(driver);
  return driver.flow.fingerprint();
}

TEST(FlowFingerprint, OfTwoEqualReceptionsIsEqual) {
  const auto play = [](FlowDriver& driver) { driver.insured().tell(input::Touched{Button::individually}); };
  EXPECT_EQ(fingerprint_after(play), fingerprint_after(play));
}

TEST(FlowFingerprint, OfACopyIsThatOfTheFlow) {
  FlowDriver driver(after_reform());
  driver.insured();
  const Flow copy = driver.flow;
  EXPECT_EQ(copy.fingerprint(), driver.flow.fingerprint());
}

TEST(FlowFingerprint, OfACopyDoesNotFollowTheFlow) {
  FlowDriver driver(after_reform());
  driver.insured();
  const Flow copy = driver.flow;
  driver.tell(input::CardOut{});
  EXPECT_NE(copy.fingerprint(), driver.flow.fingerprint());
}

TEST(FlowFingerprint, TellsHowOftenAFaceWasRefused) {
  const auto refused = [](int times) {
    return fingerprint_after([times](FlowDriver& driver) {
      driver.card_read().tell(input::Touched{Button::face});
      driver.tell(input::FaceReady{});
      for (int i = 0; i < times; ++i) {
        driver.tell(input::FaceJudged{record::FaceResult::no_match});
        driver.tell(input::Touched{Button::retry});
        if (driver.flow.stage() == Stage::preparing_face) driver.tell(input::FaceReady{});
      }
    });
  };
  EXPECT_EQ(std::set<std::string>({refused(0), refused(1), refused(2)}).size(), 3U);
}

TEST(FlowFingerprint, TellsWhatWasAnswered) {
  const auto answered = [](Button button) {
    return fingerprint_after([button](FlowDriver& driver) { driver.insured().tell(input::Touched{button}); },
                             before_reform());
  };
  EXPECT_NE(answered(Button::agree), answered(Button::refuse));
}

TEST(FlowFingerprint, TellsTheModeThatStaffSet) {
  Flow flow(after_reform());
  const std::string before = flow.fingerprint();
  flow.set_staff_mode(record::StaffMode::visual_check);
  EXPECT_NE(flow.fingerprint(), before);
}

TEST(FlowFingerprint, TellsThatTheCardWasPulledWhileConsentsAreStored) {
  const auto stored = [](bool pulled) {
    return fingerprint_after([pulled](FlowDriver& driver) {
      driver.insured().tell(input::Touched{Button::agree_all});
      if (pulled) driver.tell(input::CardOut{});
    });
  };
  EXPECT_NE(stored(true), stored(false));
}

TEST(FlowFingerprint, TellsThePhoneThatWasChosen) {
  FlowSettings settings = after_reform();
  settings.smartphone = true;
  const auto chosen = [&](Button kind) {
    return fingerprint_after(
        [kind](FlowDriver& driver) {
          driver.tell(input::Touched{Button::smartphone});
          driver.tell(input::Touched{kind});
        },
        settings);
  };
  EXPECT_NE(chosen(Button::iphone), chosen(Button::android));
}

}  // namespace flow_test
}  // namespace uketsuke::reader
