#include "conformance/director/director.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/conformance/director/fake_device.h"

namespace uketsuke::conformance {
namespace director_test {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Director, TakesTheCardOutAtTheEndOfEveryScript) {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::done)};
  perform(with_script({scenario::step::InsertCard{}}), device);
  EXPECT_THAT(device.applied, ElementsAre("insert", "remove"));
  EXPECT_THAT(failures(device), IsEmpty());
  EXPECT_TRUE(device.ended);
}

TEST(Director, ChoiceThatIsNeverOfferedFailsTheStepAndSaysWhatIsOnTheScreen) {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::choose_method, {Button::pin})};
  perform(with_script({scenario::step::InsertCard{}, scenario::step::Choose{record::Method::face}}), device);
  EXPECT_THAT(failures(device),
              ElementsAre("the device never offered the choice \"face\"; its screen is \"choose_method\""));
}

TEST(Director, NothingFollowsAStepThatFailed) {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::choose_method, {Button::pin})};
  perform(with_script({scenario::step::InsertCard{}, scenario::step::Choose{record::Method::face},
                       scenario::step::Touch{Button::pin}}),
          device);
  EXPECT_THAT(device.applied, ElementsAre("insert", "remove"));
}

FakeDevice at_the_camera() {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::face_guide)};
  device.after_face = {record::IdentityRefused{record::Method::face, record::Refusal::not_live}};
  return device;
}

TEST(Director, LooksAsTheStepSaysAndStepsAside) {
  FakeDevice device = at_the_camera();
  scenario::step::LookAtCamera look;
  look.as.wearing = {scenario::Wearing::mask};
  look.as.standing = scenario::Standing::far;
  perform(with_script({scenario::step::InsertCard{}, look}), device);
  ASSERT_THAT(device.faces, SizeIs(2));
  EXPECT_EQ(device.faces[0].face, scenario::Face::same);
  EXPECT_EQ(device.faces[0].wearing, look.as.wearing);
  EXPECT_EQ(device.faces[0].standing, scenario::Standing::far);
  EXPECT_EQ(device.faces[1].face, scenario::Face::none);
  EXPECT_THAT(failures(device), IsEmpty());
}

TEST(Director, LooksWithTheFaceOfTheCaseUnlessTheStepHasItsOwn) {
  FakeDevice device = at_the_camera();
  scenario::Case test_case = with_script({scenario::step::InsertCard{}, scenario::step::LookAtCamera{}});
  test_case.face = scenario::Face::other;
  perform(test_case, device);
  ASSERT_THAT(device.faces, SizeIs(2));
  EXPECT_EQ(device.faces[0].face, scenario::Face::other);
}

TEST(Director, LookThatIsNeverJudgedFailsTheStep) {
  FakeDevice device = at_the_camera();
  device.after_face.clear();
  perform(with_script({scenario::step::InsertCard{}, scenario::step::LookAtCamera{}}), device);
  EXPECT_THAT(failures(device),
              ElementsAre("the device never compared the face; its screen is \"face_guide\""));
}

TEST(Director, SetsTheCamera) {
  FakeDevice device;
  perform(with_script({scenario::step::SetCamera{scenario::CameraState::frozen}}), device);
  EXPECT_THAT(device.applied, ElementsAre("camera frozen"));
}

TEST(Director, AgreeToAllTouchesOneButtonWhereTheDeviceOffersIt) {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::consent_all, {Button::agree_all, Button::individually})};
  device.after_touch[Button::agree_all] = {FakeDevice::screen(Screen::done)};
  scenario::step::Answer answer;
  answer.all = scenario::Reply::agree;
  perform(with_script({scenario::step::InsertCard{}, answer}), device);
  EXPECT_THAT(device.applied, ElementsAre("insert", "touch agree_all", "remove"));
}

TEST(Director, RefuseToAllGoesOneByOne) {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::consent_all, {Button::agree_all, Button::individually})};
  device.after_touch[Button::individually] = {
      FakeDevice::screen(Screen::consent_medicines, {Button::agree, Button::refuse})};
  device.after_touch[Button::refuse] = {FakeDevice::screen(Screen::done)};
  scenario::step::Answer answer;
  answer.all = scenario::Reply::refuse;
  perform(with_script({scenario::step::InsertCard{}, answer}), device);
  EXPECT_THAT(device.applied, ElementsAre("insert", "touch individually", "touch refuse", "remove"));
}

TEST(Director, AnswerToAQuestionThatIsNeverAskedFailsTheStep) {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::done)};
  scenario::step::Answer answer;
  answer.each = {{Screen::consent_operations, scenario::Reply::agree}};
  perform(with_script({scenario::step::InsertCard{}, answer}), device);
  EXPECT_THAT(failures(device),
              ElementsAre("the device never showed \"consent_operations\"; its screen is \"done\""));
}

TEST(Director, CardIsPulledAtTheScreenThatTheScriptNames) {
  FakeDevice device;
  device.after_insert = {FakeDevice::screen(Screen::reading), FakeDevice::screen(Screen::done),
                         FakeDevice::screen(Screen::limit)};
  scenario::step::RemoveCard remove;
  remove.at = Screen::done;
  perform(with_script({scenario::step::InsertCard{}, remove}), device);
  EXPECT_EQ(device.removed_at, Screen::done);
  EXPECT_THAT(device.applied, ElementsAre("insert", "remove"));
}

FakeDevice with_phones(Button kind) {
  FakeDevice device;
  device.first_buttons = {Button::smartphone};
  device.after_touch[Button::smartphone] = {
      FakeDevice::screen(Screen::phone_kind, {Button::iphone, Button::android})};
  device.after_touch[kind] = {
      FakeDevice::screen(kind == Button::iphone ? Screen::hold_phone : Screen::enter_pin)};
  device.after_pin = {record::PinEntered{4}, FakeDevice::screen(Screen::hold_phone)};
  device.after_phone = {record::PhoneChecked{record::PhoneCheck::accepted, std::nullopt},
                        FakeDevice::screen(Screen::done), record::ReceptionCompleted{}, record::ReaderIdle{}};
  return device;
}

TEST(Director, HoldsAPhoneWithoutACard) {
  FakeDevice device = with_phones(Button::iphone);
  perform(with_script({scenario::step::Choose{record::Method::smartphone},
                       scenario::step::ChoosePhone{record::PhoneKind::iphone},
                       scenario::step::HoldPhone{false, std::nullopt, std::nullopt}}),
          device);
  EXPECT_THAT(failures(device), IsEmpty());
  EXPECT_THAT(device.applied,
              ElementsAre("touch smartphone", "touch iphone", "phone of sato-hanako, not unlocked"));
}

TEST(Director, TypesThePhonesDigitsAndNotTheCards) {
  FakeDevice device = with_phones(Button::android);
  scenario::Case test_case = with_script({scenario::step::Choose{record::Method::smartphone},
                                          scenario::step::ChoosePhone{record::PhoneKind::android},
                                          scenario::step::EnterPin{}, scenario::step::HoldPhone{}});
  auto persona = std::make_shared<scenario::Persona>(*test_case.patient);
  persona->phone.emplace();
  persona->phone->pin = record::Secret("9876");
  test_case.patient = persona;
  perform(test_case, device);
  EXPECT_THAT(failures(device), IsEmpty());
  ASSERT_EQ(device.pins.size(), 1U);
  EXPECT_TRUE(device.pins.front() == record::Secret("9876"));
}

TEST(Director, PhoneThatIsNotOfferedFailsTheStepAtOnce) {
  FakeDevice device;
  perform(with_script({scenario::step::Choose{record::Method::smartphone}}), device);
  EXPECT_THAT(failures(device),
              ElementsAre("the device never offered the choice \"smartphone\"; its screen is \"idle\""));
}

}  // namespace director_test
}  // namespace uketsuke::conformance
