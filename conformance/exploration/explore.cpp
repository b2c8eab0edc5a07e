#include "conformance/exploration/explore.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace uketsuke::conformance {

namespace {

struct Situation {
  State state;
  Monitor monitor;

  friend bool operator==(const Situation& a, const Situation& b) {
    return a.state == b.state && a.monitor == b.monitor;
  }
};

struct HashOfSituation {
  std::size_t operator()(const Situation& one) const noexcept {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
    return std::hash<std::uint64_t>()((one.state.key() * kOdd) ^ (one.monitor.key() * 31));
  }
};

/// The inputs worth trying: a touch or a time-out on a screen that is not the current question is impossible;
/// tests/unit/conformance/exploration verifies this.
class Inputs {
 public:
  Inputs() {
    for (Input& input : alphabet()) {
      const Numbered numbered{count_++, input};
      if (const auto* touch = std::get_if<input::Touched>(&input)) {
        on_screen_[touch->screen].push_back(numbered);
      } else if (const auto* time_out = std::get_if<input::TimedOut>(&input)) {
        on_screen_[time_out->screen].push_back(numbered);
      } else {
        always_.push_back(numbered);
      }
    }
  }

  std::size_t count() const { return count_; }

  template <class Use>
  void for_each(const Setting& setting, const State& state, Use use) const {
    for (const auto& [number, input] : always_) use(number, input);
    if (const auto screen = touchable(setting, state)) {
      for (const auto& [number, input] : on_screen_.at(*screen)) use(number, input);
    }
  }

 private:
  struct Numbered {
    std::size_t number;
    Input input;
  };
  std::size_t count_ = 0;
  std::vector<Numbered> always_;
  std::map<record::Screen, std::vector<Numbered>> on_screen_;
};

/// The transitions seen so far, by number: texts are made once per kind, not at each step.
class Noted {
 public:
  explicit Noted(const Inputs& inputs)
      : inputs_(inputs.count()), noted_(kPhases * inputs.count() * kPhases) {}

  /// @return whether it is new
  bool note(Phase from, std::size_t input, Phase to) {
    auto&& bit =
        noted_[(static_cast<std::size_t>(from) * inputs_ + input) * kPhases + static_cast<std::size_t>(to)];
    if (bit) return false;
    bit = true;
    return true;
  }

 private:
  static constexpr std::size_t kPhases = kEnumCount<Phase>;
  std::size_t inputs_;
  std::vector<bool> noted_;
};

/// The exploration of one variant.
class Walk {
 public:
  Walk(const Variant& variant, const Inputs& inputs, Engine engine, Noted& noted, Exploration& total)
      : variant_(variant), inputs_(inputs), engine_(engine), noted_(noted), total_(total) {}

  void run() {
    reach({State{}, Monitor{}}, kNobody, {});
    for (std::size_t at = 0; at < seen_.size(); ++at) {
      const Situation from = seen_[at].situation;  // a copy: `seen_` grows
      inputs_.for_each(variant_.setting, from.state,
                       [&](std::size_t number, const Input& input) { try_input(at, from, number, input); });
    }
    total_.states += states_.size();
    total_.situations += seen_.size();
    find_stuck();
  }

  const std::unordered_set<State>& states() const { return states_; }

 private:
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  struct Seen {
    Situation situation;
    std::size_t before;
    Input by;
  };

  const Variant& variant_;
  const Inputs& inputs_;
  Engine engine_;
  Noted& noted_;
  Exploration& total_;
  std::vector<Seen> seen_;
  std::unordered_map<Situation, std::size_t, HashOfSituation> index_;
  std::unordered_set<State> states_;
  std::vector<std::vector<std::size_t>> leads_here_;
  std::set<std::string> told_;  ///< requirements for which this variant already has an example

  std::size_t reach(const Situation& situation, std::size_t before, const Input& by) {
    const auto [found, is_new] = index_.emplace(situation, seen_.size());
    if (is_new) {
      seen_.push_back({situation, before, by});
      leads_here_.emplace_back();
      states_.insert(situation.state);
    }
    return found->second;
  }

  void try_input(std::size_t at, const Situation& from, std::size_t number, const Input& input) {
    const Step next = engine_(variant_.setting, from.state, input);
    if (!next.possible) return;
    ++total_.steps;
    Situation to{next.next, from.monitor};
    for (Violation& violation : to.monitor.watch(variant_.setting, from.state, input, next)) {
      if (!told_.insert(violation.requirement).second) continue;
      std::vector<std::string> path = path_to(at);
      path.push_back(to_string(input));
      total_.broken.push_back({variant_.name(), std::move(violation), std::move(path)});
    }
    if (noted_.note(from.state.phase, number, next.next.phase)) note_transition(from.state, input, next);
    leads_here_[reach(to, at, input)].push_back(at);
  }

  void note_transition(const State& from, const Input& input, const Step& next) {
    Transition transition = transition_of(from, input, next);
    std::string id = transition.id();
    total_.transitions.emplace(std::move(id), std::move(transition));
  }

  std::vector<std::string> path_to(std::size_t at) const {
    std::vector<std::string> path;
    for (; seen_[at].before != kNobody; at = seen_[at].before) path.push_back(to_string(seen_[at].by));
    std::reverse(path.begin(), path.end());
    return path;
  }

  /// Searches backwards from idle; a state not reached in this way cannot return to idle.
  void find_stuck() {
    std::vector<bool> home(seen_.size());
    std::vector<std::size_t> todo;
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (seen_[i].situation.state.phase != Phase::idle) continue;
      home[i] = true;
      todo.push_back(i);
    }
    while (!todo.empty()) {
      const std::size_t at = todo.back();
      todo.pop_back();
      for (const std::size_t before : leads_here_[at]) {
        if (home[before]) continue;
        home[before] = true;
        todo.push_back(before);
      }
    }
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (home[i]) continue;
      total_.stuck.push_back(fmt::format("{}: {} after {}", variant_.name(),
                                         to_name(seen_[i].situation.state.phase),
                                         fmt::join(path_to(i), ", ")));
      return;  // one example per variant is enough
    }
  }
};

}  // namespace

Transition transition_of(const State& from, const Input& input, const Step& step) {
  return {std::string(to_name(from.phase)), to_string(input), std::string(to_name(step.next.phase)),
          step.requirement};
}

Exploration explore(const std::vector<Variant>& variants, Engine engine) {
  const Inputs inputs;
  Noted noted(inputs);
  Exploration total;
  std::unordered_set<State> distinct;
  for (const Variant& variant : variants) {
    Walk walk(variant, inputs, engine, noted, total);
    walk.run();
    distinct.insert(walk.states().begin(), walk.states().end());
  }
  total.variants = variants.size();
  total.distinct_states = distinct.size();
  return total;
}

}  // namespace uketsuke::conformance
