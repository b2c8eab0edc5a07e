#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "base/bytes.h"
#include "base/calendar.h"

namespace uketsuke::reader {

/// What a Type B card says of itself when it is asked for: the answer to REQB (ISO/IEC 14443-3 §7.9).
struct Atqb {
  std::array<std::uint8_t, 4> pupi{};  ///< pseudo-unique PICC identifier: names the card in ATTRIB and HLTB
  std::array<std::uint8_t, 4> application_data{};
  std::array<std::uint8_t, 3> protocol_info{};  ///< bit rates; frame size and protocol; FWI, ADC and FO
  std::uint8_t sfgi = 0;  ///< start-up frame guard time integer; only an extended ATQB has one
};

inline constexpr std::uint8_t kAtqbCode = 0x50;

/// Reads an ATQB, short or extended, without its CRC_B; nothing where the bytes are none.
std::optional<Atqb> parse_atqb(const Bytes& frame);

/// The same as bytes without CRC_B; extended where `extended` says so.
void append_atqb(const Atqb& atqb, bool extended, Bytes& frame);

/// The largest frame that a code of ATQB or ATTRIB stands for, with PCB and CRC_B: 16 to 4,096 bytes; codes
/// that are reserved count as the largest.
std::size_t frame_size(unsigned code);

/// The bit rates of a link, kbit/s: 106, 212, 424 or 848.
struct BitRates {
  unsigned to_card = 106;
  unsigned to_reader = 106;
};

/// What the protocol information means (ISO/IEC 14443-3 §7.9.4).
struct CardAbilities {
  BitRates most;                ///< the highest bit rates
  bool same_rate = false;       ///< only the same bit rate in both directions
  std::size_t frame_size = 0;   ///< FSC: the largest frame that the card takes
  bool block_protocol = false;  ///< speaks ISO/IEC 14443-4
  unsigned tr2_code = 0;        ///< least pause between the card's frame and the reader's next one
  unsigned fwi = 0;             ///< frame waiting time integer
  bool cid = false;
  bool nad = false;
};

CardAbilities abilities(const Atqb& atqb);

/// The highest bit rates that the card and a reader with `reader_most` kbit/s have in common.
BitRates common_bit_rates(const CardAbilities& card, unsigned reader_most);

}  // namespace uketsuke::reader
