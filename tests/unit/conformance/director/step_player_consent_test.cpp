// How a scripted patient answers the questions on the screen.

#include <gmock/gmock.h>

#include "tests/unit/conformance/director/fake_device.h"

namespace uketsuke::conformance::director_test {
namespace step_player_consent_test {

using scenario::Reply;
using testing::ElementsAre;
using testing::IsEmpty;

scenario::step::Answer all(Reply reply) {
  scenario::step::Answer answer;
  answer.all = reply;
  return answer;
}

scenario::step::Answer each(std::vector<std::pair<Screen, Reply>> replies) {
  scenario::step::Answer answer;
  answer.each = std::move(replies);
  return answer;
}

/// A device that asks for everything at once, or one by one: medicines, then operations, then it is done.
FakeDevice of_the_reform() {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::consent_all, {Button::agree_all, Button::individually})};
  device.after_touch[Button::agree_all] = {FakeDevice::screen(Screen::done)};
  device.after_touch[Button::individually] = {
      FakeDevice::screen(Screen::consent_medicines, {Button::agree, Button::refuse})};
  device.after_touch[Button::agree] = {
      FakeDevice::screen(Screen::consent_operations, {Button::agree, Button::refuse})};
  device.after_touch[Button::refuse] = {FakeDevice::screen(Screen::done)};
  return device;
}

/// Performs the answer after a card was inserted. @return what the patient did with the device, without card
std::vector<std::string> touches(FakeDevice& device, const scenario::step::Answer& answer) {
  perform(with_script({scenario::step::InsertCard{}, answer}), device);
  std::vector<std::string> some;
  for (const std::string& applied : device.applied) {
    if (applied != "insert" && applied != "remove") some.push_back(applied);
  }
  return some;
}

TEST(Answer, OfOneCategoryGoesOneByOne) {
  FakeDevice device = of_the_reform();
  EXPECT_THAT(touches(device, each({{Screen::consent_medicines, Reply::agree},
                                    {Screen::consent_operations, Reply::refuse}})),
              ElementsAre("touch individually", "touch agree", "touch refuse"));
  EXPECT_THAT(failures(device), IsEmpty());
}

TEST(Answer, InAnotherOrderThanTheScreensIsGivenAsTheyCome) {
  FakeDevice device = of_the_reform();
  EXPECT_THAT(touches(device, each({{Screen::consent_operations, Reply::refuse},
                                    {Screen::consent_medicines, Reply::agree}})),
              ElementsAre("touch individually", "touch agree", "touch refuse"));
}

TEST(Answer, OfAScreenThatDidNotComeFailsWithItsName) {
  FakeDevice device = of_the_reform();
  touches(device, each({{Screen::consent_medicines, Reply::agree},
                        {Screen::consent_operations, Reply::refuse},
                        {Screen::consent_health_checkups, Reply::agree}}));
  EXPECT_THAT(failures(device),
              ElementsAre("the device never showed \"consent_health_checkups\"; its screen is \"done\""));
}

TEST(Answer, AgreeToAllAnswersEachScreenWhereNoneAsksForAll) {
  FakeDevice device;  // until the reform
  device.after_insert = {FakeDevice::screen(Screen::consent_medicines, {Button::agree, Button::refuse})};
  device.after_touch[Button::agree] = {FakeDevice::screen(Screen::done)};
  EXPECT_THAT(touches(device, all(Reply::agree)), ElementsAre("touch agree"));
}

TEST(Answer, NothingLetsTheScreenTimeOutWithoutATouch) {
  FakeDevice device;
  record::ScreenTimedOut timed_out;
  timed_out.screen = Screen::consent_all;
  device.after_insert = {FakeDevice::screen(Screen::consent_all, {Button::agree_all, Button::individually}),
                         timed_out, FakeDevice::screen(Screen::done)};
  EXPECT_THAT(touches(device, all(Reply::nothing)), IsEmpty());
  EXPECT_THAT(failures(device), IsEmpty());
}

TEST(Answer, AScreenThatStaysAfterItsAnswerIsSaid) {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::consent_medicines, {Button::agree, Button::refuse})};
  touches(device, all(Reply::agree));
  EXPECT_THAT(failures(device),
              ElementsAre("the device never went on after the answer to \"consent_medicines\"; "
                          "its screen is \"consent_medicines\""));
}

TEST(Answer, AboutTheLimitIsToProvideOrNot) {
  for (const auto& [reply, button] :
       {std::pair{Reply::agree, "touch provide"}, std::pair{Reply::refuse, "touch do_not_provide"}}) {
    FakeDevice device;
    device.after_insert = {FakeDevice::screen(Screen::limit, {Button::provide, Button::do_not_provide})};
    EXPECT_THAT(touches(device, each({{Screen::limit, reply}})), ElementsAre(button));
  }
}

TEST(Answer, AboutADiseaseIsToProvideOrNot) {
  FakeDevice device;
  device.after_insert = {
      FakeDevice::screen(Screen::specific_disease, {Button::provide, Button::do_not_provide})};
  EXPECT_THAT(touches(device, each({{Screen::specific_disease, Reply::refuse}})),
              ElementsAre("touch do_not_provide"));
}

TEST(Answer, AboutTheRegistrationIsToEnrollOrNot) {
  for (const auto& [reply, button] :
       {std::pair{Reply::agree, "touch register"}, std::pair{Reply::refuse, "touch do_not_register"}}) {
    FakeDevice device;
    device.after_insert = {FakeDevice::screen(Screen::registration, {Button::enroll, Button::do_not_enroll})};
    EXPECT_THAT(touches(device, each({{Screen::registration, reply}})), ElementsAre(button));
  }
}

TEST(Answer, ConsentsComeBeforeTheQuestionsAfterThem) {
  FakeDevice device = of_the_reform();
  device.after_touch[Button::refuse] = {
      FakeDevice::screen(Screen::specific_disease, {Button::provide, Button::do_not_provide})};
  EXPECT_THAT(touches(device, each({{Screen::specific_disease, Reply::agree},
                                    {Screen::consent_medicines, Reply::refuse}})),
              ElementsAre("touch individually", "touch refuse", "touch provide"));
}

TEST(Answer, NoConsentIsLookedForOnceTheReceptionIsOver) {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::take_card),
                         record::ReceptionAborted{record::AbortReason::not_insured}};
  EXPECT_THAT(touches(device, all(Reply::agree)), IsEmpty());
  EXPECT_THAT(failures(device), IsEmpty());
}

}  // namespace step_player_consent_test
}  // namespace uketsuke::conformance::director_test
