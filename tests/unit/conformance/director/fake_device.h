#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "conformance/director/director.h"

namespace uketsuke::conformance::director_test {

using record::Button;
using record::Screen;
using record::Source;

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
  std::map<record::Button, std::vector<record::Payload>> after_touch;
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

inline scenario::Case with_script(std::vector<scenario::Action> actions) {
  scenario::Case test_case;
  auto persona = std::make_shared<scenario::Persona>();
  persona->id = "sato-hanako";
  persona->card.emplace();
  persona->card->pin = record::Secret("1234");
  test_case.patient = persona;
  for (auto& action : actions) test_case.script.push_back({std::move(action), "step", {}});
  return test_case;
}

inline std::vector<std::string> failures(FakeDevice& device) {
  std::vector<std::string> reasons;
  for (const record::Event& event : device.record().events()) {
    if (const auto* failed = record::as<record::StepFailed>(event)) reasons.push_back(failed->reason);
  }
  return reasons;
}

}  // namespace uketsuke::conformance::director_test
