#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <ostream>

#include "record/verdict.h"
#include "reports/console/style.h"

namespace uketsuke::reports {

/// Seconds since any fixed moment, never going back.
using WallClock = std::function<double()>;

/// Tells a waiting person how far a run is.
class Progress {
 public:
  virtual ~Progress() = default;

  /// One more case has ended.
  virtual void add(record::Result result) = 0;

  /// Takes away what is drawn, so that lines can be written; the next `add` draws it again.
  virtual void clear() = 0;

  /// The run is over, whole or not.
  virtual void finish() = 0;
};

/// On a terminal a bar with cases a second and failures, redrawn at most ten times a second. Elsewhere a
/// line every tenth of the cases, or after five seconds without one.
std::unique_ptr<Progress> make_progress(std::ostream& out, const Style& style, std::size_t total,
                                        WallClock clock);

/// std::chrono::steady_clock
WallClock steady_clock();

}  // namespace uketsuke::reports
