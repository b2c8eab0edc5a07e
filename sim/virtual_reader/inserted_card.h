#pragma once

#include <functional>
#include <optional>

#include "base/calendar.h"
#include "sim/chip/chip.h"

namespace uketsuke::virtual_reader {

/// A chip as seen by vpcd: payloads of frames in, payloads out.
///
/// The chip's counters and changed secrets go to `keep` before an answer that depends on them is sent, so
/// that ending the program at any moment gives no free try.
class InsertedCard {
 public:
  /// Called with the state of a chip that has written since the last call. May throw; then there is no
  /// answer.
  using Keep = std::function<void(const chip::ChipState&)>;

  /// @param chip  must outlive the card
  /// @param atr  reported by PC/SC
  InsertedCard(chip::Chip& chip, Bytes atr, Keep keep = {});
  ~InsertedCard();
  InsertedCard(const InsertedCard&) = delete;
  InsertedCard& operator=(const InsertedCard&) = delete;

  /// Executes a payload.
  /// @returns the answer, valid until the next call and to be sent after `settle`; nothing if vpcd expects
  /// none
  /// @throws VpcdError `not_vpcd` if the payload is empty
  std::optional<chip::ByteView> take(chip::ByteView payload);

  /// Time for which the last command, with its answer, occupies a real card and its link; zero for controls.
  Duration busy() const { return busy_; }

  /// Keeps what the last command has written.
  void settle();

  /// The card is pulled out, or the reader loses power, at this time after the last command was received:
  /// later writes of the chip are undone.
  void pulled(Duration since_command);

  /// The reader disappears between two commands.
  void pulled();

 private:
  chip::Chip& chip_;
  Bytes atr_;
  Keep keep_;
  chip::Answer answer_;
  Duration busy_{};
  Duration arriving_{};  ///< part of `busy_` in which the command was transmitted
  bool written_ = false;
};

}  // namespace uketsuke::virtual_reader
