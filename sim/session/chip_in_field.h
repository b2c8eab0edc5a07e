#pragma once

#include "sim/chip/rf/type_b_card.h"

namespace uketsuke::sim {

/// An IC card of another kind than the My Number Card: it knows no application and no command.
class ForeignCard : public chip::CardApplication {
 public:
  void power_on() override {}
  void power_off() override {}
  void tear_off(Duration) override {}
  void transmit(chip::ByteView, chip::Answer& answer) override {
    answer.bytes = {0x6A, 0x82};
    answer.processing = std::chrono::milliseconds(5);
  }
};

/// The My Number Card as a reader's antenna sees it.
/// @param seed seed of the case
/// @param holder gives each card of a case a PUPI of its own
inline std::shared_ptr<reader::CardInField> card_in_field(chip::Chip chip, chip::LinkParameters link,
                                                          std::uint64_t seed, const std::string& holder) {
  std::uint64_t mixed = seed ^ 0xCBF29CE484222325U;  // FNV-1a: std::hash may differ between machines
  for (const char c : holder) mixed = (mixed ^ static_cast<std::uint8_t>(c)) * 0x100000001B3U;
  link.start_up = chip.timing().start_up;
  return std::make_shared<chip::TypeBCard>(std::make_shared<chip::ChipApplication>(std::move(chip)), link,
                                           mixed);
}

}  // namespace uketsuke::sim
