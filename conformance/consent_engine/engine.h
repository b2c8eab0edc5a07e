#pragma once

#include <optional>
#include <vector>

#include "conformance/consent_engine/input.h"
#include "conformance/consent_engine/output.h"
#include "conformance/consent_engine/setting.h"
#include "conformance/consent_engine/state.h"

namespace uketsuke::conformance {

/// The effect of one input on a reader that follows docs/reception-flow.md.
struct Step {
  /// False: the input is impossible in this state; `next` is then the unchanged state.
  bool possible = false;
  State next;
  std::vector<Effect> effects;   ///< in this order
  const char* requirement = "";  ///< the requirement behind the transition
};

/// One step of the reference engine. A pure function.
Step step(const Setting& setting, const State& state, const Input& input);

/// The screen on which a state waits for an answer; empty if it waits for something else.
std::optional<record::Screen> question_of(const Setting& setting, const State& state);

/// The screen that accepts touches in a state: the question, or the idle screen if it offers the phone.
std::optional<record::Screen> touchable(const Setting& setting, const State& state);

/// Whether a state waits for an answer of the service.
bool waits_for_service(const State& state);

}  // namespace uketsuke::conformance
