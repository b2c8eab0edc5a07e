#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "base/bytes.h"
#include "base/calendar.h"
#include "sim/chip/apdu.h"
#include "sim/chip/card_image.h"
#include "sim/chip/chip_state.h"
#include "sim/chip/chip_timing.h"
#include "sim/chip/session.h"
#include "sim/chip/status_word.h"

namespace uketsuke::chip {

/// What comes back for one command.
struct Answer {
  Bytes bytes;            ///< data, then SW1 SW2; empty only where the chip has no power
  Duration processing{};  ///< how long the chip computed before it answered

  /// SW1 SW2; 0 where there is no answer.
  StatusWord status() const;
  /// Data without SW1 SW2.
  ByteView data() const;
};

struct Execution;

/// The IC chip of a card as its contacts or antenna show it: commands in, answers out.
///
/// Any bytes are a command to it, and it never throws: what is wrong with a command is said by a status word.
/// Counters survive power-off; the current file and what was verified do not. Not for several threads at
/// once.
class Chip {
 public:
  /// Called after each write of non-volatile memory, in the order in which they happen in the chip.
  using WriteObserver = std::function<void(const ChipState&)>;

  /// @param seed of the chip's random numbers, so that a run can be repeated.
  explicit Chip(std::shared_ptr<const CardImage> image, ChipTiming timing = {}, std::uint64_t seed = 0);
  /// A card that was used before. @throws std::invalid_argument where the state is that of another image.
  Chip(std::shared_ptr<const CardImage> image, ChipTiming timing, ChipState state, std::uint64_t seed = 0);

  void power_on();   ///< cold reset; does nothing while there is power
  void power_off();  ///< forgets the current file and what was verified
  /// Reset without a loss of power, as SCARD_RESET makes it: the policy `warm_reset` says what it does. Does
  /// nothing without power.
  void warm_reset();
  /// The field is lost this long after the last command arrived: what the chip would have written later is
  /// not written.
  void tear_off(Duration since_command);
  bool powered() const { return powered_; }

  /// One command, one answer. Without power there is none: the answer has no bytes.
  Answer transmit(ByteView command);
  /// The same, into an answer whose memory is used again.
  void transmit(ByteView command, Answer& answer);

  /// Tries left of the secret of this name; -1 where the card has no such secret or it has no counter.
  int tries_left(std::string_view secret) const;
  /// Whether the secret of this name counts as verified now.
  bool verified(std::string_view secret) const;
  /// Whether a terminal was authenticated in the way that is assumed (`Pinless::assumed`); for the record.
  bool terminal_authenticated() const { return volatile_.terminal.authenticated; }

  const ChipState& state() const { return state_; }
  const CardImage& image() const { return *image_; }
  const ChipTiming& timing() const { return timing_; }

  void on_write(WriteObserver observer) { observer_ = std::move(observer); }

 private:
  friend struct Execution;

  /// What an undo of a torn write needs.
  struct Write {
    Duration at{};  ///< since the command arrived
    std::size_t secret = 0;
    ChipState::Entry before;
  };

  std::shared_ptr<const CardImage> image_;
  ChipTiming timing_;
  ChipState state_;
  Session volatile_;           ///< lost with power
  std::vector<Write> writes_;  ///< of the last command
  std::uint64_t random_;
  bool powered_ = false;
  WriteObserver observer_;
};

}  // namespace uketsuke::chip
