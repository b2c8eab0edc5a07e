#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "reports/record/secret.h"

namespace uketsuke::reader {

/// A chip's answer and how long the chip worked on it.
struct ChipAnswer {
  Bytes bytes;  ///< data, SW1, SW2
  Duration processing{};
};

/// A chip in the field, as the antenna sees it.
class CardInField {
 public:
  virtual ~CardInField() = default;
  virtual void field_on() = 0;
  virtual void field_off() = 0;
  /// @param command any bytes; the chip answers malformed ones with a status word
  virtual ChipAnswer transmit(const Bytes& command) = 0;
};

/// What the optical unit reads off the front of the card.
struct PrintedFace {
  record::Secret
      card_face_number;  ///< 照合番号B: birth date in the Japanese era, year of expiry, security code
};

/// A card as it lies in the slot.
struct CardBody {
  std::string pseudonym;               ///< for the record; the firmware does not look at it
  std::shared_ptr<CardInField> chip;   ///< null: nothing answers in the field
  std::optional<PrintedFace> printed;  ///< none: nothing that can be read
};

}  // namespace uketsuke::reader
