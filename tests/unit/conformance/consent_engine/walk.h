#pragma once

#include <gmock/gmock.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "conformance/consent_engine/engine.h"

namespace uketsuke::conformance::test {

using namespace record;
using testing::ElementsAre;
using testing::IsEmpty;

/// A reader from 2024-10-07 at a site that asks for medicines and health check-ups.
inline Setting new_setting() {
  Setting setting;
  setting.asks = {Category::pharmacists_info, Category::specific_health_checkups_info};
  return setting;
}

inline Setting old_setting() {
  Setting setting = new_setting();
  setting.first_screen = FirstScreen::each_category;
  setting.limit = LimitPolicy::screen;
  setting.specific_disease = SpecificDiseaseQuestion::behind_limit;
  return setting;
}

/// Steps through the engine and keeps the effects of the last input. An impossible input fails the test.
class Walk {
 public:
  explicit Walk(Setting setting = new_setting()) : setting_(setting) {}

  Walk& in(const Input& input) {
    last_ = step(setting_, state_, input);
    EXPECT_TRUE(last_.possible) << to_string(input) << " in " << to_name(state_.phase);
    state_ = last_.next;
    return *this;
  }
  Walk& touch(Screen screen, Button button) { return in(input::Touched{screen, button}); }
  bool possible(const Input& input) const { return step(setting_, state_, input).possible; }

  /// The required effects, as lines; optional ones are omitted.
  std::vector<std::string> out() const {
    std::vector<std::string> lines;
    for (const Effect& effect : last_.effects) {
      if (!effect.optional) lines.push_back(to_string(effect.output));
    }
    return lines;
  }
  const State& state() const { return state_; }
  std::string rule() const { return last_.requirement; }

  Walk& card() { return in(input::CardInserted{}).in(input::CardRead{CardKind::individual_number}); }
  Walk& read_for_face() {
    return touch(Screen::choose_method, Button::face)
        .in(input::NumberChecked{SecretCheck::accepted})
        .in(input::PhotoRead{})
        .in(input::Proved{true});
  }
  Walk& face() { return card().read_for_face().in(input::FaceCompared{FaceResult::match}); }
  Walk& enter_pin(SecretCheck result) { return in(input::PinEntered{}).in(input::PinChecked{result}); }
  Walk& choose_pin(bool tries = true) {
    return touch(Screen::choose_method, Button::pin).in(input::PinTries{tries});
  }
  Walk& registered() {
    return face()
        .in(input::CertificateAnswered{CertificateStatus::valid})
        .in(input::RegistrationAnswered{true});
  }
  Walk& insured() { return registered().in(input::EligibilityAnswered{Validity::valid}); }
  /// Insured, and holder of a 特定疾病療養受療証.
  Walk& holder() { return registered().in(input::EligibilityAnswered{Validity::valid, true}); }

 private:
  Setting setting_;
  State state_;
  Step last_;
};

}  // namespace uketsuke::conformance::test
