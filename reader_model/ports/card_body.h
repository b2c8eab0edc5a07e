#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/calendar.h"
#include "record/secret.h"

namespace uketsuke::reader {

/// A frame of the reader as it arrives at the cards.
struct ReaderFrame {
  const Bytes& bytes;     ///< with CRC_B, without SOF and EOF
  unsigned bit_rate = 0;  ///< kbit/s
  Duration end{};         ///< simulated time at which its EOF ended
};

/// What the reader hears upon it.
struct CardFrame {
  Bytes bytes;            ///< with CRC_B, without SOF and EOF
  unsigned bit_rate = 0;  ///< kbit/s
  Duration delay{};       ///< from the end of the reader's frame to the first bit of SOF: TR0 and TR1
};

/// A card in the field, as the antenna sees it: ISO/IEC 14443 Type B, frame by frame.
///
/// Times never go back from frame to frame. But the reader may run ahead of the world round it: where the
/// field is lost earlier than a frame that the card was given already, that frame never arrived.
class CardInField {
 public:
  virtual ~CardInField() = default;

  virtual void field_on(Duration at) = 0;

  /// The field is gone from this nanosecond on, even in the middle of a command. Does nothing without a
  /// field.
  virtual void field_off(Duration at) = 0;

  /// A frame, whatever its bytes are.
  /// @param answer filled where there is one; its memory is used again
  /// @return whether the card answers
  virtual bool receive(const ReaderFrame& frame, CardFrame& answer) = 0;
};

/// What the optical unit reads off the front of the card.
struct PrintedFace {
  record::Secret
      card_face_number;  ///< 照合番号B: birth date in the Japanese era, year of expiry, security code
  int misreads = 0;      ///< so many readings come out wrong before one is right
};

/// A card as it lies in the slot. Its chip is what is in the field then (card_field_if.h).
struct CardBody {
  std::string pseudonym;               ///< for the record; the firmware does not look at it
  std::optional<PrintedFace> printed;  ///< none: nothing that can be read
};

}  // namespace uketsuke::reader
