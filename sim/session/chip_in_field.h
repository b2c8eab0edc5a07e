#pragma once

#include "reader_model/ports/card.h"
#include "sim/chip/chip.h"

namespace uketsuke::sim {

/// The My Number Card's chip as a reader's antenna sees it.
class ChipInField : public reader::CardInField {
 public:
  explicit ChipInField(chip::Chip chip) : chip_(std::move(chip)) {}

  void field_on() override { chip_.power_on(); }
  void field_off() override { chip_.power_off(); }
  reader::ChipAnswer transmit(const Bytes& command) override {
    chip::Answer answer = chip_.transmit(command);
    return {std::move(answer.bytes), answer.processing};
  }

 private:
  chip::Chip chip_;
};

/// An IC card that is no My Number Card: knows no application and no command.
class ForeignCard : public reader::CardInField {
 public:
  void field_on() override {}
  void field_off() override {}
  reader::ChipAnswer transmit(const Bytes&) override { return {{0x6A, 0x82}, std::chrono::milliseconds(5)}; }
};

}  // namespace uketsuke::sim
