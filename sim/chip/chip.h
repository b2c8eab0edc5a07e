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

/// The answer to one command.
struct Answer {
  Bytes bytes;            ///< data, then SW1 SW2; empty only if the chip has no power
  Duration processing{};  ///< time that the chip computed before it answered

  /// SW1 SW2; 0 if there is no answer.
  StatusWord status() const;
  /// Data without SW1 SW2.
  ByteView data() const;
};

struct Execution;

/// A card's IC chip as seen at its contacts or antenna: commands in, answers out.
///
/// It accepts any bytes as a command and never throws: errors are reported by status words. Counters survive
/// power-off; the current file and the security status do not. Not thread-safe.
class Chip {
 public:
  /// Called after each write of non-volatile memory, in the order in which the writes happen in the chip.
  using WriteObserver = std::function<void(const ChipState&)>;

  /// @param seed  of the chip's random numbers, for repeatable runs
  explicit Chip(std::shared_ptr<const CardImage> image, ChipTiming timing = {}, std::uint64_t seed = 0);
  /// Creates a card that was used before.
  /// @throws std::invalid_argument if the state belongs to another image
  Chip(std::shared_ptr<const CardImage> image, ChipTiming timing, ChipState state, std::uint64_t seed = 0);

  void power_on();   ///< cold reset; does nothing if there is power
  void power_off();  ///< clears the current file and the security status
  /// Reset without loss of power, as by SCARD_RESET: the policy `warm_reset` defines the effect. Does nothing
  /// without power.
  void warm_reset();
  /// The field is lost at this time after the last command arrived: later writes of the chip are undone.
  void tear_off(Duration since_command);
  bool powered() const { return powered_; }

  /// Executes one command. Without power, the answer is empty.
  Answer transmit(ByteView command);
  /// Executes one command, reusing the answer's memory.
  void transmit(ByteView command, Answer& answer);

  /// Tries left of the named secret; -1 if the card has no such secret or it has no counter.
  int tries_left(std::string_view secret) const;
  /// Whether the named secret is currently verified.
  bool verified(std::string_view secret) const;
  /// Whether a terminal was authenticated in the assumed way (`Pinless::assumed`); for the record.
  bool terminal_authenticated() const { return volatile_.terminal.authenticated; }

  const ChipState& state() const { return state_; }
  const CardImage& image() const { return *image_; }
  const ChipTiming& timing() const { return timing_; }

  void on_write(WriteObserver observer) { observer_ = std::move(observer); }

 private:
  friend struct Execution;

  /// Data for undoing a torn write.
  struct Write {
    Duration at{};  ///< time since the command arrived
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
