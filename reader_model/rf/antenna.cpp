#include "reader_model/rf/antenna.h"

#include <algorithm>

#include "reader_model/rf/air_time.h"
#include "reader_model/rf/crc_b.h"
#include "reader_model/rf/link_settings.h"

namespace uketsuke::reader {

Antenna::Antenna(CardInField& card, unsigned egt, FrameObserver* observer)
    : card_(card), egt_(egt), observer_(observer), tr2_(tr2(0)) {
  frame_.reserve(kReaderFrameSize);
  answer_.bytes.reserve(kReaderFrameSize);
}

void Antenna::switch_on() {
  rates_ = {};
  tr2_ = tr2(0);
  if (observer_ != nullptr) observer_->field(now_, true);
  card_.field_on(now_);
}

void Antenna::switch_off(Duration at) {
  if (observer_ != nullptr) observer_->field(at, false);
  card_.field_off(at);
}

Bytes& Antenna::frame() {
  frame_.clear();
  return frame_;
}

Heard Antenna::exchange(Duration patience) {
  append_crc_b(frame_);
  const Duration begin = std::max(now_, free_at_);
  const Duration end = begin + frame_time(frame_.size(), rates_.to_card, egt_);
  if (observer_ != nullptr) observer_->frame({begin, end, FrameSender::pcd, frame_, rates_.to_card});
  Bytes& heard = answer_.bytes;
  heard.clear();
  // If a card begins too late, the reader no longer listens.
  if (!card_.receive({frame_, rates_.to_card, end}, answer_) || answer_.delay > patience) {
    now_ = end + patience;
    return Heard::nothing;
  }
  const Duration answer_begin = end + answer_.delay;
  now_ = answer_begin + frame_time(heard.size(), answer_.bit_rate);
  free_at_ = now_ + tr2_;
  if (observer_ != nullptr)
    observer_->frame({answer_begin, now_, FrameSender::picc, heard, answer_.bit_rate});
  if (answer_.bit_rate != rates_.to_reader || heard.size() > kReaderFrameSize || !crc_b_fits(heard))
    return Heard::garbage;
  heard.resize(heard.size() - kCrcBytes);
  return Heard::frame;
}

}  // namespace uketsuke::reader
