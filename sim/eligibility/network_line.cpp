#include "sim/eligibility/network_line.h"

#include <algorithm>

namespace uketsuke::sim {

void NetworkLine::change(const scenario::NetworkChange& change, Duration now) {
  if (change.up) {
    up_ = *change.up;
    down_until_.reset();
  }
  if (change.down_for) down_until_ = now + *change.down_for;
  if (change.fault) faults_.push_back(*change.fault);
}

bool NetworkLine::up(Duration now) const { return up_ && (!down_until_ || now >= *down_until_); }

Passage NetworkLine::send(scenario::Exchange what) {
  scenario::ExchangeFault fault;
  const auto ordered = std::find_if(faults_.begin(), faults_.end(),
                                    [&](const auto& one) { return !one.of || *one.of == what; });
  if (ordered != faults_.end()) {
    fault = *ordered;
    faults_.erase(ordered);
  }
  const Duration delay = fault.delay.value_or(delay_);
  return {delay / 2, delay - delay / 2, fault.lose_request, fault.lose_answer, fault.duplicate_after};
}

}  // namespace uketsuke::sim
