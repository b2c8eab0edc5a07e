#pragma once

#include <vector>

#include "reader_model/ports/frame_observer.h"

namespace uketsuke::reader {

/// Keeps what happened at the antenna until it is certain: a link that reckons ahead of simulated time notes
/// frames that a card which is pulled out never exchanges.
class FrameJournal : public FrameObserver {
 public:
  void field(Duration at, bool on) override;
  void frame(const AirFrame& frame) override;

  /// Tells `observer` what was over at `until`, in order; the rest is forgotten.
  void release(Duration until, FrameObserver& observer);

 private:
  struct Entry {
    bool is_frame = false;
    bool on = false;  ///< the field
    Duration begin{};
    Duration end{};
    FrameSender sender{};
    Bytes bytes;
    unsigned bit_rate = 0;
  };

  std::vector<Entry> entries_;  ///< the first `used_` count; the others are kept for their memory
  std::size_t used_ = 0;

  Entry& next();
};

}  // namespace uketsuke::reader
