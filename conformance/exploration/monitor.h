#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "conformance/consent_engine/engine.h"

namespace uketsuke::conformance {

/// A statement that must hold on every path through the engine, and does not.
struct Violation {
  std::string requirement;  ///< `RELEASE-01`
  std::string message;
};

/// What an observer of inputs and outputs can know about a reception, kept apart from the engine's own state.
/// The invariants are checked against it.
///
/// Shares no code with the engine's own tracking of consents and identity, so that a mistake there is found
/// here.
class Monitor {
 public:
  /// Observes one step of the engine.
  /// @return its violations, usually none
  std::vector<Violation> watch(const Setting& setting, const State& before, const Input& input,
                               const Step& step);

  /// Encodes the monitor's state in one number.
  std::uint64_t key() const;

  friend bool operator==(const Monitor& a, const Monitor& b) { return a.key() == b.key(); }

 private:
  bool card_in_ = false;
  bool identified_ = false;
  bool certificate_serves_ = false;  ///< the certificate is valid, or expires soon
  bool in_grace_ = false;
  bool insured_ = false;
  bool limit_agreed_ = false;
  bool electronic_ = false;
  bool over_ = false;       ///< completed or aborted
  bool completed_ = false;  ///< the reception was completed
  bool by_staff_ = false;   ///< identified by a visual check
  bool holder_ = false;     ///< according to the service, the patient holds a 特定疾病療養受療証
  bool by_phone_ = false;   ///< the patient touched the phone's button, and no card is in
  bool phone_accepted_ = false;      ///< this reception's phone was unlocked
  bool phone_expired_ = false;       ///< the phone's certificate is past its last day
  bool phone_unregistered_ = false;  ///< the phone's owner is not registered
  CategorySet agreed_;
  HeldItems held_;

  void learn(const Input& input, const Setting& setting);
};

}  // namespace uketsuke::conformance
