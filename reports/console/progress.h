#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <ostream>

#include "record/verdict.h"
#include "reports/console/style.h"

namespace uketsuke::reports {

/// Seconds since an arbitrary fixed time; monotonic.
using WallClock = std::function<double()>;

/// Shows the user how far a run has progressed.
class Progress {
 public:
  virtual ~Progress() = default;

  /// Counts one more completed case.
  virtual void add(record::Result result) = 0;

  /// Erases what is drawn, so that lines can be written; the next `add` draws it again.
  virtual void clear() = 0;

  /// Ends the display; the run may be incomplete.
  virtual void finish() = 0;
};

/// On a terminal: a bar with cases per second and failures, redrawn at most ten times per second. Otherwise:
/// a line for every tenth of the cases, or after five seconds without one.
std::unique_ptr<Progress> make_progress(std::ostream& out, const Style& style, std::size_t total,
                                        WallClock clock);

/// The clock std::chrono::steady_clock.
WallClock steady_clock();

}  // namespace uketsuke::reports
