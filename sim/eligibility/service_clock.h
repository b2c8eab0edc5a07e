#pragma once

#include "base/calendar.h"

namespace uketsuke::sim {

/// The clock of the service. It can be wrong, and it can be set; it never shows an earlier time than it has
/// shown.
///
/// Set back, it stands still until the time that it has shown comes again. So the consents of a patient keep
/// their order, and no consent ends before it begins, whatever the clock is told.
class ServiceClock {
 public:
  /// @param ahead of the true time; negative: behind
  explicit ServiceClock(Duration ahead);

  void shift(Duration by) { ahead_ += by; }

  /// What it shows at this moment. @param true_time in Japan
  DateTime read(DateTime true_time);

 private:
  Duration ahead_;
  DateTime shown_;  ///< the latest time that it has shown
};

}  // namespace uketsuke::sim
