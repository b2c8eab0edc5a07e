#pragma once

#include <optional>
#include <vector>

#include "scenarios/model/network.h"

namespace uketsuke::sim {

/// What becomes of one request and its answer on the way.
struct Passage {
  Duration there{};
  Duration back{};
  bool request_lost = false;
  bool answer_lost = false;
  std::optional<Duration> duplicate_after;  ///< the answer is delivered once more, so long after the first
};

/// The line between reader and service: how long it takes, when it is down, what it loses.
class NetworkLine {
 public:
  /// @param delay of a request and its answer together
  NetworkLine(Duration delay, bool up) : delay_(delay), up_(up) {}

  /// @param now since the case began
  void change(const scenario::NetworkChange& change, Duration now);

  /// Whether something that would arrive now arrives.
  bool up(Duration now) const;

  /// For a request that is sent now. A fault that was ordered for it is used up by it.
  Passage send(scenario::Exchange what);

 private:
  Duration delay_;
  bool up_;
  std::optional<Duration> down_until_;
  std::vector<scenario::ExchangeFault> faults_;  ///< in the order in which they were ordered
};

}  // namespace uketsuke::sim
