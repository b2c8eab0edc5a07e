#pragma once

#include <optional>
#include <vector>

#include "conformance/consent_engine/input.h"
#include "conformance/consent_engine/output.h"
#include "conformance/consent_engine/setting.h"
#include "conformance/consent_engine/state.h"

namespace uketsuke::conformance {

/// What one input does to a reader that follows docs/reception-flow.md.
struct Step {
  bool possible = false;  ///< false: this cannot happen in this state; `next` is then the state itself
  State next;
  std::vector<Effect> effects;   ///< in this order
  const char* requirement = "";  ///< that the transition follows
};

/// The reference. Pure: the same three values always give the same step.
Step step(const Setting& setting, const State& state, const Input& input);

/// The screen on which a state waits for somebody's answer; none where it waits for something else.
std::optional<record::Screen> question_of(const Setting& setting, const State& state);

/// The screen that takes touches in a state: the question, or the idle screen where it offers the phone.
std::optional<record::Screen> touchable(const Setting& setting, const State& state);

/// Whether a state waits for an answer of the service.
bool waits_for_service(const State& state);

}  // namespace uketsuke::conformance
