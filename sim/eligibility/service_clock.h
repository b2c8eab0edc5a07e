#pragma once

#include "base/calendar.h"

namespace uketsuke::sim {

/// The clock of the service. It can be wrong and can be set, but never shows an earlier time than before.
///
/// Set back, it stands still until the time that it last showed. So a patient's consents keep their order,
/// and no consent ends before it begins.
class ServiceClock {
 public:
  /// @param ahead of the true time; negative: behind
  explicit ServiceClock(Duration ahead);

  void shift(Duration by) { ahead_ += by; }

  /// The time that it shows now. @param true_time in Japan
  DateTime read(DateTime true_time);

 private:
  Duration ahead_;
  DateTime shown_;  ///< the latest time shown
};

}  // namespace uketsuke::sim
