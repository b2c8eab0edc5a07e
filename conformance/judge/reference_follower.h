#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/checkers/checker.h"
#include "conformance/consent_engine/engine.h"

namespace uketsuke::conformance {

/// Runs the reference engine along a record and reports where the device deviates.
///
/// What a device need not report (that the chip proved itself, that a time has come) is inferred from what it
/// does next. After a deviation the follower waits for the next `reader_idle`, so that one defect gives one
/// finding.
class ReferenceFollower {
 public:
  /// @param setting  of the day, site and device; the card's traits are taken from the context with each
  /// card.
  ReferenceFollower(Setting setting, const CheckerContext& context);

  void on(const record::Event& event);
  void finish(Duration time);

  /// Called with each step of the engine.
  using Watcher = std::function<void(const State&, const Input&, const Step&)>;
  void watch(Watcher watcher) { watcher_ = std::move(watcher); }

  /// The engine's current state.
  const State& state() const { return state_; }

  /// Text that is equal if two followers of one setting will judge all further events alike.
  std::string fingerprint() const;

  /// Clears the exercised requirements, for a caller that keeps many followers.
  void forget_exercised() { exercised_.clear(); }

  const std::vector<record::Finding>& findings() const { return findings_; }
  const std::set<std::string_view>& exercised() const { return exercised_; }

 private:
  struct Expected {
    Effect effect;
    bool optional = false;
    bool card_gone = false;  ///< the card was taken before the device got to it
  };
  struct Handler;

  Setting setting_;
  const CheckerContext& context_;
  State state_;
  std::vector<Expected> pending_;
  std::string card_;
  std::optional<record::CardKind> kind_;  ///< kind of the card in the slot, if the case defines it
  std::optional<record::Screen> shown_;
  std::map<std::string, std::int64_t> pin_tries_;
  bool answered_by_touch_ = false;  ///< the last input was the patient's
  /// The engine's state before the service's last answer, kept while the device has shown no effect of it:
  /// the answer may have been lost, which only the device can tell.
  struct BeforeAnswer {
    State state;
    std::vector<Expected> pending;
  };
  std::optional<BeforeAnswer> before_answer_;
  bool lost_ = false;  ///< after a deviation, until the next idle
  std::vector<record::Finding> findings_;
  std::set<std::string_view> exercised_;
  Watcher watcher_;

  const Expected* overdue() const;
  bool feed(const Input& input, const record::Event& event);
  void take_card(const record::Event& event);
  void match(const Output& happened, const record::Event& event);
  void differ(const std::string& expected, const std::string& happened, std::string_view requirement,
              const record::Event& event);
  void impossible(const Input& input, std::string_view requirement, const record::Event& event);
  void become_idle();
  void settle_card_kind(const record::Event& event);
  std::int64_t pin_tries() const;
};

}  // namespace uketsuke::conformance
