#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "record/secret.h"

namespace uketsuke::reader {

/// A frame of the reader as the cards receive it.
struct ReaderFrame {
  const Bytes& bytes;     ///< with CRC_B, without SOF and EOF
  unsigned bit_rate = 0;  ///< kbit/s
  Duration end{};         ///< simulated time at which its EOF ended
};

/// The card's answer to a frame.
struct CardFrame {
  Bytes bytes;            ///< with CRC_B, without SOF and EOF
  unsigned bit_rate = 0;  ///< kbit/s
  Duration delay{};       ///< from the end of the reader's frame to the first bit of SOF: TR0 plus TR1
};

/// A card in the field, as the antenna sees it: ISO/IEC 14443 Type B, frame by frame.
///
/// Times never decrease from frame to frame. But the reader may run ahead of the simulation: if the field is
/// lost before a frame that was already passed to the card, that frame never arrived.
class CardInField {
 public:
  virtual ~CardInField() = default;

  virtual void field_on(Duration at) = 0;

  /// Switches the field off at this nanosecond, even in the middle of a command. Does nothing without a
  /// field.
  virtual void field_off(Duration at) = 0;

  /// Receives a frame, whatever its bytes are.
  /// @param answer filled if the card answers; its memory is reused
  /// @return whether the card answers
  virtual bool receive(const ReaderFrame& frame, CardFrame& answer) = 0;
};

/// What the optical unit reads off the front of the card.
struct PrintedFace {
  record::Secret
      card_face_number;  ///< 照合番号B: birth date in the Japanese era, year of expiry, security code
  int misreads = 0;      ///< number of readings that fail before one succeeds
};

/// A card that is inserted. Its chip is then in the field (card_field_if.h).
struct CardBody {
  std::string pseudonym;               ///< for the record; the firmware does not use it
  std::optional<PrintedFace> printed;  ///< none: nothing can be read
};

}  // namespace uketsuke::reader
