#pragma once

#include <systemc>

#include "base/calendar.h"

namespace uketsuke {

// The kernel counts in its resolution, by default one picosecond; the project counts in nanoseconds.

inline sc_core::sc_time to_sc_time(Duration duration) {
  return sc_core::sc_time(static_cast<double>(duration.count()), sc_core::SC_NS);
}

/// Simulated time since the start.
inline Duration sc_now() {
  static const sc_core::sc_time kNanosecond(1, sc_core::SC_NS);
  return Duration(static_cast<Duration::rep>(sc_core::sc_time_stamp().value() / kNanosecond.value()));
}

}  // namespace uketsuke
