#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "reader_model/ports/card_body.h"

namespace uketsuke::chip {

/// What goes wrong with one frame of the reader, or with the answer to it.
struct Fault {
  enum class Kind {
    frame_lost,       ///< the card hears nothing
    frame_corrupted,  ///< the card hears wrong bits
    answer_lost,      ///< the card answers, the reader hears nothing
    answer_corrupted,
    answer_late,  ///< by `delay`
    mute,         ///< from here on the card neither hears nor answers, until the field was off
    torn,         ///< the card leaves the field for good, `delay` after the frame arrived
  };
  Kind kind = Kind::frame_lost;
  Duration delay{};            ///< answer_late, torn
  std::vector<unsigned> bits;  ///< those that are turned over, counted from the first of the frame, round it
};

/// Which frames have faults. Numbers count the reader's frames from 0, requests of the activation included.
struct FaultPlan {
  struct At {
    std::size_t frame = 0;
    Fault fault;
  };
  std::vector<At> list;  ///< by frame

  /// A card that leaves at this simulated time, even in the middle of a frame.
  std::optional<Duration> torn_at;

  /// `count` faults that a link can make good (frames and answers that are lost, corrupted or late) among the
  /// first `frames` frames, never more than `in_a_row` after each other; at most three wrong bits in a frame,
  /// which CRC_B always finds.
  static FaultPlan recoverable(std::uint64_t seed, std::size_t count, std::size_t frames, unsigned in_a_row);
};

/// A bad radio link: a card in the field whose frames are lost, corrupted, late or cut off, as planned. The
/// same plan does the same every time.
class FaultyLink : public reader::CardInField {
 public:
  FaultyLink(std::shared_ptr<reader::CardInField> card, FaultPlan plan);

  void field_on(Duration at) override;
  void field_off(Duration at) override;
  bool receive(const reader::ReaderFrame& frame, reader::CardFrame& answer) override;

  /// How many frames the reader has sent.
  std::size_t frames() const { return frames_; }

 private:
  std::shared_ptr<reader::CardInField> card_;
  FaultPlan plan_;
  std::size_t frames_ = 0;
  std::size_t next_ = 0;  ///< in the list
  bool mute_ = false;
  bool gone_ = false;
  Bytes corrupted_;

  bool pass(const reader::ReaderFrame& frame, reader::CardFrame& answer);
  bool tear(Duration at);
};

}  // namespace uketsuke::chip
