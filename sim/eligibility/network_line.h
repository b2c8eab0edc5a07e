#pragma once

#include <optional>
#include <vector>

#include "scenarios/model/network.h"

namespace uketsuke::sim {

/// What happens to one request and its answer on the line.
struct Passage {
  Duration there{};
  Duration back{};
  bool request_lost = false;
  bool answer_lost = false;
  std::optional<Duration> duplicate_after;  ///< the answer is delivered again this long after the first time
};

/// The line between reader and service: its delay, its outages and its faults.
class NetworkLine {
 public:
  /// @param delay of a request and its answer together
  NetworkLine(Duration delay, bool up) : delay_(delay), up_(up) {}

  /// @param now time since the case began
  void change(const scenario::NetworkChange& change, Duration now);

  /// Whether a message that would arrive now does arrive.
  bool up(Duration now) const;

  /// Sends a request now. Uses up the fault that was ordered for it.
  Passage send(scenario::Exchange what);

 private:
  Duration delay_;
  bool up_;
  std::optional<Duration> down_until_;
  std::vector<scenario::ExchangeFault> faults_;  ///< in the order in which they were requested
};

}  // namespace uketsuke::sim
