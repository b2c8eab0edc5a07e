#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Events: the harness. See record/events.h.

namespace uketsuke::record {

/// The next step of the script begins. `step` is the step as written in the scenario, without secrets.
struct StepStarted {
  static constexpr std::string_view kKind = "step_started";
  std::int64_t index = 0;  ///< counts from 1
  std::string step;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("index", self.index);
    visit("step", self.step);
  }
};

/// A step was impossible: the device never offered what it needs.
struct StepFailed {
  static constexpr std::string_view kKind = "step_failed";
  std::int64_t index = 0;
  std::string step;
  std::string reason;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("index", self.index);
    visit("step", self.step);
    visit("reason", self.reason);
  }
};

}  // namespace uketsuke::record
