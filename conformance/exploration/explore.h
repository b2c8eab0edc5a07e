#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "conformance/exploration/monitor.h"
#include "conformance/exploration/variant.h"

namespace uketsuke::conformance {

/// A kind of step of the engine, by name: `choosing: touched pin on choose_method -> pin_tries`.
struct Transition {
  std::string from;
  std::string input;
  std::string to;
  std::string requirement;

  std::string id() const { return from + ": " + input + " -> " + to; }
};

/// The kind of transition of one step.
Transition transition_of(const State& from, const Input& input, const Step& step);

/// A path from the idle reader to a violation.
struct Counterexample {
  std::string variant;
  Violation violation;
  std::vector<std::string> path;  ///< inputs; the last one causes the violation
};

/// The result of an exploration.
struct Exploration {
  std::size_t variants = 0;
  std::size_t states = 0;      ///< states of the engine, summed over the variants
  std::size_t situations = 0;  ///< states combined with a monitor's knowledge of the path to them
  std::size_t steps = 0;       ///< possible inputs in these situations
  std::size_t distinct_states = 0;
  std::map<std::string, Transition> transitions;  ///< by id, of all variants
  std::vector<Counterexample> broken;             ///< at most one per requirement and variant
  std::vector<std::string> stuck;  ///< states from which no path leads to idle, with their variant
};

using Engine = Step (*)(const Setting&, const State&, const Input&);

/// Tries every input in every reachable state, breadth first, for each variant; checks the invariants on each
/// step, and that every state can reach idle.
///
/// @param engine  the reference engine; another one only to test that the exploration finds its defects
Exploration explore(const std::vector<Variant>& variants, Engine engine = step);

}  // namespace uketsuke::conformance
