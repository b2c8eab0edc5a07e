#pragma once

#include <cstdint>

#include "base/calendar.h"

namespace uketsuke::reader {

// Durations on the air, counted in periods of the 13.56 MHz carrier and rounded to a nanosecond once.

/// Duration of carrier periods: 1/fc = 25,000/339 ns.
constexpr Duration carrier_periods(std::int64_t periods) { return Duration((periods * 25'000 + 169) / 339); }

/// Duration of subcarrier periods, 1/fs: the subcarrier has fc/16.
constexpr Duration subcarrier_periods(std::int64_t periods) { return carrier_periods(periods * 16); }

/// Carrier periods per elementary time unit, that is, per bit: 128 at 106 kbit/s (ISO/IEC 14443-2).
/// @param bit_rate kbit/s: 106, 212, 424 or 848
constexpr std::int64_t etu_periods(unsigned bit_rate) { return std::int64_t{128} * 106 / bit_rate; }

/// Duration of a Type B frame from the first bit of SOF to the last of EOF (ISO/IEC 14443-3 §7.1): SOF of 10
/// + 2 etu, characters of a start bit, eight data bits and a stop bit, EOF of 10 etu.
/// @param egt extra guard time between two characters, in etu
constexpr Duration frame_time(std::size_t bytes, unsigned bit_rate, unsigned egt = 0) {
  constexpr std::int64_t kStartOfFrame = 12;
  constexpr std::int64_t kCharacter = 10;
  constexpr std::int64_t kEndOfFrame = 10;
  const auto characters = static_cast<std::int64_t>(bytes);
  const std::int64_t gaps = characters > 0 ? (characters - 1) * egt : 0;
  return carrier_periods((kStartOfFrame + characters * kCharacter + gaps + kEndOfFrame) *
                         etu_periods(bit_rate));
}

inline constexpr unsigned kMostFwi = 14;

/// 256 × 16/fc × 2^integer: frame waiting time of an FWI, start-up frame guard time of an SFGI (ISO/IEC
/// 14443-4 §7.2). The reserved value 15 counts as 4, according to §7.2.
constexpr Duration waiting_time(unsigned integer) {
  return carrier_periods(std::int64_t{4096} << (integer > kMostFwi ? 4 : integer));
}

/// Maximum of an extended frame waiting time, 4,949 ms.
inline constexpr Duration kMostFrameWaitingTime = waiting_time(kMostFwi);

// ISO/IEC 14443-3 §7.10.3: pauses that apply unless ATTRIB requests shorter ones.
inline constexpr Duration kTr0 = subcarrier_periods(64);  ///< reader's EOF to the card's subcarrier, minimum
inline constexpr Duration kTr1 = subcarrier_periods(80);  ///< subcarrier to the card's SOF, minimum
inline constexpr Duration kAtqbWaitingTime = subcarrier_periods(256 + 200);  ///< maximum before an ATQB

/// Minimum time from the card's EOF to the reader's next SOF, by the code in ATQB.
constexpr Duration tr2(unsigned code) {
  constexpr std::int64_t kPeriods[] = {32, 128, 256, 512};
  return carrier_periods(10 * etu_periods(106) + 16 * kPeriods[code & 3U]);
}

}  // namespace uketsuke::reader
