#include "sim/virtual_reader/inserted_card.h"

#include <algorithm>

#include "sim/chip/status_word.h"
#include "sim/virtual_reader/air_time.h"
#include "sim/virtual_reader/vpcd_error.h"
#include "sim/virtual_reader/vpcd_frame.h"

namespace uketsuke::virtual_reader {

InsertedCard::InsertedCard(chip::Chip& chip, Bytes atr, Keep keep)
    : chip_(chip), atr_(std::move(atr)), keep_(std::move(keep)) {
  chip_.on_write([this](const chip::ChipState&) { written_ = true; });
}

InsertedCard::~InsertedCard() { chip_.on_write({}); }

std::optional<chip::ByteView> InsertedCard::take(chip::ByteView payload) {
  busy_ = arriving_ = Duration::zero();
  if (payload.empty()) {
    throw VpcdError(VpcdProblem::not_vpcd, "sent an empty frame, which vpcd never does");
  }
  if (payload.size == 1) {
    switch (payload[0]) {
      case kPowerOff:
        chip_.power_off();
        return std::nullopt;
      case kPowerOn:
        chip_.power_on();
        return std::nullopt;
      case kReset:
        chip_.warm_reset();
        chip_.power_on();  // if it had no power
        return std::nullopt;
      case kGetAtr:
        return chip::ByteView(atr_);
      default:
        break;  // a command of one byte, which the chip refuses
    }
  }
  chip_.transmit(payload, answer_);
  if (answer_.bytes.size() > kMostPayload) {
    // ISO/IEC 7816-4 allows 65536 bytes and a status word; a vpcd frame does not.
    answer_.bytes = {static_cast<std::uint8_t>(chip::sw::kWrongLength >> 8),
                     static_cast<std::uint8_t>(chip::sw::kWrongLength & 0xFF)};
  }
  arriving_ = air_time(payload.size);
  busy_ = arriving_ + answer_.processing + air_time(answer_.bytes.size());
  return chip::ByteView(answer_.bytes);
}

void InsertedCard::settle() {
  if (!written_) return;
  if (keep_) keep_(chip_.state());
  written_ = false;
}

void InsertedCard::pulled(Duration since_command) {
  chip_.tear_off(std::max(Duration::zero(), since_command - arriving_));
  settle();
}

void InsertedCard::pulled() {
  chip_.power_off();
  settle();
}

}  // namespace uketsuke::virtual_reader
