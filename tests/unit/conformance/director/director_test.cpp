#include "conformance/director/director.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

namespace uketsuke::conformance {
namespace director_test {

using record::Button;
using record::Screen;
using record::Source;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A device that answers each stimulus with events defined by the test.
class FakeDevice : public dut::DeviceUnderTest {
 public:
  std::string name() const override { return "fake"; }
  std::set<scenario::Capability> capabilities() const override { return {}; }
  void begin(const scenario::World&) override {
    record_.add(now_, Source::reader, screen(first, first_buttons));
  }

  void apply(const dut::Stimulus& stimulus) override {
    if (std::holds_alternative<dut::InsertCard>(stimulus)) {
      applied.push_back("insert");
      happens(record::CardInserted{"card"});
      for (const auto& payload : after_insert) happens(payload);
    } else if (std::holds_alternative<dut::RemoveCard>(stimulus)) {
      applied.push_back("remove");
      removed_at = screen_;
      happens(record::CardRemoved{});
      happens(record::ReaderIdle{});
    } else if (const auto* touch = std::get_if<dut::Touch>(&stimulus)) {
      applied.push_back("touch " + std::string(to_name(touch->button)));
      happens(record::ButtonTouched{screen_, touch->button});
      for (const auto& payload : after_touch[touch->button]) happens(payload);
    } else if (const auto* face = std::get_if<dut::ShowFace>(&stimulus)) {
      applied.push_back("face");
      faces.push_back(face->as);
      if (face->as.face != scenario::Face::none)
        for (const auto& payload : after_face) happens(payload);
    } else if (const auto* phone = std::get_if<dut::HoldPhone>(&stimulus)) {
      applied.push_back("phone of " + phone->owner + (phone->unlock ? "" : ", not unlocked"));
      for (const auto& payload : after_phone) happens(payload);
    } else if (const auto* pin = std::get_if<dut::EnterPin>(&stimulus)) {
      applied.push_back("pin");
      pins.push_back(pin->pin);
      for (const auto& payload : after_pin) happens(payload);
    } else if (const auto* camera = std::get_if<dut::SetCamera>(&stimulus)) {
      applied.push_back("camera " + std::string(to_name(camera->state)));
    } else {
      applied.push_back("other");
    }
  }

  bool advance(const Until& until, Duration at_most) override {
    while (!coming_.empty()) {
      record_.add(now_, Source::reader, coming_.front());
      coming_.pop_front();
      if (const auto* shown = record::as<record::ScreenShown>(record_.events().back()))
        screen_ = shown->screen;
      if (until(record_.events().back())) return true;
    }
    now_ += at_most;
    return false;
  }

  Duration now() const override { return now_; }
  record::Record& record() override { return record_; }
  void end() override { ended = true; }

  static record::ScreenShown screen(Screen screen, std::vector<Button> buttons = {}) {
    record::ScreenShown shown;
    shown.screen = screen;
    for (const Button button : buttons) shown.buttons.push_back({button, {}});
    return shown;
  }

  std::vector<record::Payload> after_insert;
  std::map<Button, std::vector<record::Payload>> after_touch;
  std::vector<record::Payload> after_face;
  std::vector<record::Payload> after_phone;
  std::vector<record::Payload> after_pin;
  std::vector<record::Secret> pins;
  Screen first = Screen::idle;
  std::vector<Button> first_buttons;
  std::vector<scenario::Appearance> faces;
  std::vector<std::string> applied;
  bool ended = false;
  Screen removed_at = Screen::idle;

 private:
  record::Record record_;
  std::deque<record::Payload> coming_;
  Duration now_{};
  Screen screen_ = Screen::idle;

  void happens(record::Payload payload) { coming_.push_back(std::move(payload)); }
};

scenario::Case with_script(std::vector<scenario::Action> actions) {
  scenario::Case test_case;
  auto persona = std::make_shared<scenario::Persona>();
  persona->id = "sato-hanako";
  persona->card.emplace();
  persona->card->pin = record::Secret("1234");
  test_case.patient = persona;
  for (auto& action : actions) test_case.script.push_back({std::move(action), "step", {}});
  return test_case;
}

std::vector<std::string> failures(FakeDevice& device) {
  std::vector<std::string> reasons;
  for (const record::Event& event : device.record().events()) {
    if (const auto* failed = record::as<record::StepFailed>(event)) reasons.push_back(failed->reason);
  }
  return reasons;
}

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
