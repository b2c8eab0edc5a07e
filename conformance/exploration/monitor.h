#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "conformance/consent_engine/engine.h"

namespace uketsuke::conformance {

/// A sentence that must hold on every path through the engine.
struct Violation {
  std::string requirement;  ///< `RELEASE-01`
  std::string message;
};

/// What somebody who only watches inputs and outputs can know of a reception, kept apart from what the engine
/// believes of itself: by it the invariants are checked.
///
/// It shares no line with the engine's own account of consents and identity, so that a slip there is seen
/// here.
class Monitor {
 public:
  /// Takes one step of the engine.
  /// @return what it breaks, usually nothing
  std::vector<Violation> watch(const Setting& setting, const State& before, const Input& input,
                               const Step& step);

  /// One number for one monitor.
  std::uint64_t key() const;

  friend bool operator==(const Monitor& a, const Monitor& b) { return a.key() == b.key(); }

 private:
  bool card_in_ = false;
  bool identified_ = false;
  bool certificate_serves_ = false;  ///< valid, or soon to expire
  bool in_grace_ = false;
  bool insured_ = false;
  bool limit_agreed_ = false;
  bool electronic_ = false;
  bool over_ = false;                ///< completed or aborted
  bool completed_ = false;           ///< and so
  bool by_staff_ = false;            ///< identified by a visual check
  bool holder_ = false;              ///< the service says that he holds a 特定疾病療養受療証
  bool by_phone_ = false;            ///< the patient touched the phone's button, and no card is in
  bool phone_accepted_ = false;      ///< this reception's phone was unlocked
  bool phone_expired_ = false;       ///< the phone's certificate is past its last day
  bool phone_unregistered_ = false;  ///< its owner is not registered
  CategorySet agreed_;
  HeldItems held_;

  void learn(const Input& input, const Setting& setting);
};

}  // namespace uketsuke::conformance
