#pragma once

#include <vector>

#include "reader_model/ports/frame_observer.h"

namespace uketsuke::reader {

/// Keeps events of the antenna until they are certain: a link that computes ahead of simulated time records
/// frames that are never exchanged if the card is pulled out.
class FrameJournal : public FrameObserver {
 public:
  void field(Duration at, bool on) override;
  void frame(const AirFrame& frame) override;

  /// Reports to `observer`, in order, the events that ended by `until`; discards the others.
  void release(Duration until, FrameObserver& observer);

 private:
  struct Entry {
    bool is_frame = false;
    bool on = false;  ///< field state
    Duration begin{};
    Duration end{};
    FrameSender sender{};
    Bytes bytes;
    unsigned bit_rate = 0;
  };

  std::vector<Entry> entries_;  ///< the first `used_` entries are valid; the others are kept for their memory
  std::size_t used_ = 0;

  Entry& next();
};

}  // namespace uketsuke::reader
