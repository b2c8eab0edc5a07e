#include "reader_model/rf/card_link.h"

namespace uketsuke::reader {

CardLink::CardLink(CardInField& card, const LinkSettings& settings, FrameObserver* observer)
    : settings_(settings), antenna_(card, settings.egt, observer), blocks_(antenna_, settings) {}

bool CardLink::activate(Duration at) {
  antenna_.idle_until(at);
  for (unsigned failures = 0; failures <= settings_.retries; ++failures) {
    if (failures > 0) {
      antenna_.switch_off(antenna_.now());
      antenna_.idle_until(antenna_.now() + settings_.field_guard);
    }
    antenna_.switch_on();
    antenna_.idle_until(antenna_.now() + settings_.field_guard);
    const auto card = reader::activate(antenna_, settings_);
    if (!card) continue;
    active_card_ = *card;
    blocks_.begin(*card);
    active_ = true;
    return true;
  }
  return false;
}

bool CardLink::transceive(const Bytes& command, Bytes& answer) {
  active_ = active_ && blocks_.transceive(command, answer);
  if (!active_) answer.clear();  // an incomplete answer is discarded
  return active_;
}

void CardLink::deselect() {
  if (active_) blocks_.deselect();
  active_ = false;
}

void CardLink::switch_off(Duration at) {
  active_ = false;
  antenna_.switch_off(at);
}

}  // namespace uketsuke::reader
