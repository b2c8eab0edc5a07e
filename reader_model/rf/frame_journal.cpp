#include "reader_model/rf/frame_journal.h"

namespace uketsuke::reader {

void FrameJournal::field(Duration at, bool on) {
  Entry& entry = next();
  entry.is_frame = false;
  entry.on = on;
  entry.begin = entry.end = at;
}

void FrameJournal::frame(const AirFrame& frame) {
  Entry& entry = next();
  entry.is_frame = true;
  entry.begin = frame.begin;
  entry.end = frame.end;
  entry.sender = frame.sender;
  entry.bytes = frame.bytes;
  entry.bit_rate = frame.bit_rate;
}

void FrameJournal::release(Duration until, FrameObserver& observer) {
  for (std::size_t i = 0; i < used_; ++i) {
    const Entry& entry = entries_[i];
    if (entry.end > until) continue;
    if (entry.is_frame) {
      observer.frame({entry.begin, entry.end, entry.sender, entry.bytes, entry.bit_rate});
    } else {
      observer.field(entry.begin, entry.on);
    }
  }
  used_ = 0;
}

FrameJournal::Entry& FrameJournal::next() {
  if (used_ == entries_.size()) entries_.emplace_back();
  return entries_[used_++];
}

}  // namespace uketsuke::reader
