#pragma once

#include <cstddef>
#include <cstdint>

#include "base/calendar.h"

namespace uketsuke::reader {

/// Settings of a reader's RF link; reader_model/profiles/*.yaml, `link`.
struct LinkSettings {
  unsigned bit_rate = 106;  ///< maximum, kbit/s: 106, 212, 424 or 848 (ISO/IEC 14443-2)
  std::uint8_t afi = 0;     ///< application family identifier in REQB; 0: all cards answer
  unsigned slots = 1;       ///< time slots of the first request: 1, 2, 4, 8 or 16
  unsigned egt = 0;         ///< extra guard time between the reader's characters, etu
  unsigned retries = 3;     ///< number of retries of a failed frame before the card is given up
  /// After switching the field on, and for a reset with the field off.
  Duration field_guard = std::chrono::milliseconds(5);
  Duration patience = std::chrono::seconds(30);  ///< with a card that keeps requesting more time
};

inline constexpr unsigned kMostSlots = 16;
inline constexpr std::size_t kReaderFrameSize = 256;  ///< FSD: the largest frame that the reader accepts
inline constexpr unsigned kReaderFrameSizeCode = 8;   ///< code of kReaderFrameSize in ATTRIB
/// 65,536 bytes and a status word: the longest answer of ISO/IEC 7816-4.
inline constexpr std::size_t kLongestAnswer = 65'538;

}  // namespace uketsuke::reader
