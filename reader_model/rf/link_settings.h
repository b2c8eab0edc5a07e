#pragma once

#include <cstddef>
#include <cstdint>

#include "base/calendar.h"

namespace uketsuke::reader {

/// How a reader runs its radio link; reader_model/profiles/*.yaml, `link`.
struct LinkSettings {
  unsigned bit_rate = 106;  ///< the highest, kbit/s: 106, 212, 424 or 848 (ISO/IEC 14443-2)
  std::uint8_t afi = 0;     ///< application family asked for; 0: all cards answer
  unsigned slots = 1;       ///< time slots of the first request: 1, 2, 4, 8 or 16
  unsigned egt = 0;         ///< extra guard time between the reader's characters, etu
  unsigned retries = 3;     ///< how often a frame that failed is made good before the card is given up
  Duration field_guard = std::chrono::milliseconds(5);  ///< from the field, and for a reset without it
  Duration patience = std::chrono::seconds(30);         ///< with a card that wants more and more time
};

inline constexpr unsigned kMostSlots = 16;
inline constexpr std::size_t kReaderFrameSize = 256;  ///< FSD: the largest frame that the reader takes
inline constexpr unsigned kReaderFrameSizeCode = 8;   ///< its code in ATTRIB
/// 65,536 bytes and a status word: no answer of ISO/IEC 7816-4 is longer.
inline constexpr std::size_t kLongestAnswer = 65'538;

}  // namespace uketsuke::reader
