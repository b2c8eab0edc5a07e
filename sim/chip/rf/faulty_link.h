#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "reader_model/ports/card_body.h"

namespace uketsuke::chip {

/// A fault of one frame of the reader, or of the answer to it.
struct Fault {
  enum class Kind {
    frame_lost,       ///< the card hears nothing
    frame_corrupted,  ///< the card hears wrong bits
    answer_lost,      ///< the card answers, the reader hears nothing
    answer_corrupted,
    answer_late,  ///< by `delay`
    mute,         ///< from here on, the card neither hears nor answers, until the field was switched off
    torn,         ///< the card leaves the field for good, `delay` after the frame arrived
  };
  Kind kind = Kind::frame_lost;
  Duration delay{};            ///< for answer_late and torn
  std::vector<unsigned> bits;  ///< bits to flip, counted from the frame's first bit, modulo its length
};

/// Which frames have faults. Numbers count the reader's frames from 0, including requests of the activation.
struct FaultPlan {
  struct At {
    std::size_t frame = 0;
    Fault fault;
  };
  std::vector<At> list;  ///< by frame

  /// The card leaves at this simulated time, even in the middle of a frame.
  std::optional<Duration> torn_at;

  /// `count` faults from which a link can recover (frames and answers lost, corrupted or late) among the
  /// first `frames` frames, never more than `in_a_row` consecutive ones; at most three wrong bits per frame,
  /// which CRC_B always detects.
  static FaultPlan recoverable(std::uint64_t seed, std::size_t count, std::size_t frames, unsigned in_a_row);
};

/// A bad radio link: a card in the field whose frames are lost, corrupted, late or cut off as planned.
/// Deterministic: equal plans give equal behaviour.
class FaultyLink : public reader::CardInField {
 public:
  FaultyLink(std::shared_ptr<reader::CardInField> card, FaultPlan plan);

  void field_on(Duration at) override;
  void field_off(Duration at) override;
  bool receive(const reader::ReaderFrame& frame, reader::CardFrame& answer) override;

  /// Number of frames that the reader has sent.
  std::size_t frames() const { return frames_; }

 private:
  std::shared_ptr<reader::CardInField> card_;
  FaultPlan plan_;
  std::size_t frames_ = 0;
  std::size_t next_ = 0;  ///< index into the list
  bool mute_ = false;
  bool gone_ = false;
  Bytes corrupted_;

  bool pass(const reader::ReaderFrame& frame, reader::CardFrame& answer);
  bool tear(Duration at);
};

}  // namespace uketsuke::chip
