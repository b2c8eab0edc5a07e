#pragma once

#include "sim/chip/chip.h"

namespace uketsuke::chip {

/// What is behind a card's radio end and answers commands: a chip, or a stand-in.
class CardApplication {
 public:
  virtual ~CardApplication() = default;
  virtual void power_on() = 0;
  virtual void power_off() = 0;
  /// Power is lost at this time after the last command arrived; if not above zero, the command never arrived.
  virtual void tear_off(Duration since_command) = 0;
  virtual void transmit(ByteView command, Answer& answer) = 0;
};

/// The My Number Card's chip.
class ChipApplication : public CardApplication {
 public:
  explicit ChipApplication(Chip chip) : chip_(std::move(chip)) {}

  void power_on() override { chip_.power_on(); }
  void power_off() override { chip_.power_off(); }
  void tear_off(Duration since_command) override { chip_.tear_off(since_command); }
  void transmit(ByteView command, Answer& answer) override { chip_.transmit(command, answer); }

  Chip& chip() { return chip_; }
  const Chip& chip() const { return chip_; }

 private:
  Chip chip_;
};

}  // namespace uketsuke::chip
