#pragma once

#include <functional>
#include <optional>

#include "base/calendar.h"
#include "sim/chip/chip.h"

namespace uketsuke::virtual_reader {

/// A chip as vpcd talks to it: payloads of frames in, payloads out.
///
/// The chip's counters and changed secrets go to `keep` before the world sees an answer that depends on them,
/// so that ending the program at any moment gives nobody a free try.
class InsertedCard {
 public:
  /// Called with the state of a chip that has written since the last call. May throw; then there is no
  /// answer.
  using Keep = std::function<void(const chip::ChipState&)>;

  /// @param chip outlives the card
  /// @param atr  what PC/SC reports
  InsertedCard(chip::Chip& chip, Bytes atr, Keep keep = {});
  ~InsertedCard();
  InsertedCard(const InsertedCard&) = delete;
  InsertedCard& operator=(const InsertedCard&) = delete;

  /// Does what a payload says. @return the answer, valid until the next call and to be sent after `settle`;
  /// nothing where vpcd wants none. @throws VpcdError `not_vpcd` for an empty payload.
  std::optional<chip::ByteView> take(chip::ByteView payload);

  /// How long the command that was taken last, command and answer, keeps a real card and its link busy; zero
  /// for controls.
  Duration busy() const { return busy_; }

  /// Keeps what the last command has written.
  void settle();

  /// The card is pulled out, or the reader loses power, this long after the last command was taken: what the
  /// chip would have written later is not written.
  void pulled(Duration since_command);

  /// The reader is gone between two commands.
  void pulled();

 private:
  chip::Chip& chip_;
  Bytes atr_;
  Keep keep_;
  chip::Answer answer_;
  Duration busy_{};
  Duration arriving_{};  ///< part of `busy_` in which the command was in the air
  bool written_ = false;
};

}  // namespace uketsuke::virtual_reader
