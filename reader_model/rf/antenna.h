#pragma once

#include "reader_model/ports/card_body.h"
#include "reader_model/ports/frame_observer.h"
#include "reader_model/rf/atqb.h"

namespace uketsuke::reader {

/// What was received after a frame.
enum class Heard {
  nothing,  ///< no SOF within the waiting time
  garbage,  ///< a signal without a correct CRC_B, too long, or at another bit rate: a collision, or noise
  frame,
};

/// Sends frames and listens, and counts the time on the air. Has its own clock, which advances only as frames
/// are exchanged: no function waits.
class Antenna {
 public:
  /// @param egt extra guard time between the reader's characters, etu
  /// @param observer is told of each frame and field change at once; may be null
  Antenna(CardInField& card, unsigned egt, FrameObserver* observer);

  void switch_on();
  /// Switches the field off. @param at may be before `now()`
  void switch_off(Duration at);

  void set_bit_rates(BitRates rates) { rates_ = rates; }
  /// Sets the minimum pause between the card's frame and the reader's next one.
  void set_tr2(Duration pause) { tr2_ = pause; }

  /// The frame to send, empty; the caller fills it, without CRC_B.
  Bytes& frame();

  /// Sends `frame()`, and listens.
  /// @param patience from the end of the frame to the beginning of the answer
  Heard exchange(Duration patience);

  /// The received answer, without CRC_B.
  const Bytes& answer() const { return answer_.bytes; }

  /// End of the last frame, or of the time in which nothing was received.
  Duration now() const { return now_; }
  /// Sends nothing before `time`.
  void idle_until(Duration time) { now_ = time > now_ ? time : now_; }

 private:
  CardInField& card_;
  unsigned egt_;
  FrameObserver* observer_;
  BitRates rates_;
  Duration tr2_;
  Duration now_{};
  Duration free_at_{};  ///< TR2 after the card's last frame
  Bytes frame_;
  CardFrame answer_;
};

}  // namespace uketsuke::reader
