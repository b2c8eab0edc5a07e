#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "base/bytes.h"
#include "base/calendar.h"

namespace uketsuke::reader {

/// The answer of a Type B card to REQB: its properties (ISO/IEC 14443-3 §7.9).
struct Atqb {
  /// Pseudo-unique PICC identifier: addresses the card in ATTRIB and HLTB.
  std::array<std::uint8_t, 4> pupi{};
  std::array<std::uint8_t, 4> application_data{};
  std::array<std::uint8_t, 3> protocol_info{};  ///< bit rates; frame size and protocol; FWI, ADC and FO
  std::uint8_t sfgi = 0;  ///< start-up frame guard time integer; only in an extended ATQB
};

inline constexpr std::uint8_t kAtqbCode = 0x50;

/// Parses an ATQB, short or extended, without its CRC_B; empty if the bytes are not one.
std::optional<Atqb> parse_atqb(const Bytes& frame);

/// Appends an ATQB without CRC_B, in the extended form if `extended`.
void append_atqb(const Atqb& atqb, bool extended, Bytes& frame);

/// The maximum frame size for a code of ATQB or ATTRIB, including PCB and CRC_B: 16 to 4,096 bytes; reserved
/// codes count as the largest.
std::size_t frame_size(unsigned code);

/// The bit rates of a link, kbit/s: 106, 212, 424 or 848.
struct BitRates {
  unsigned to_card = 106;
  unsigned to_reader = 106;
};

/// The card's capabilities in the protocol information (ISO/IEC 14443-3 §7.9.4).
struct CardAbilities {
  BitRates most;                ///< the highest bit rates
  bool same_rate = false;       ///< only the same bit rate in both directions
  std::size_t frame_size = 0;   ///< FSC: the largest frame that the card accepts
  bool block_protocol = false;  ///< supports ISO/IEC 14443-4
  unsigned tr2_code = 0;        ///< minimum pause between the card's frame and the reader's next one
  unsigned fwi = 0;             ///< frame waiting time integer
  bool cid = false;
  bool nad = false;
};

CardAbilities abilities(const Atqb& atqb);

/// The highest bit rates common to the card and a reader with `reader_most` kbit/s.
BitRates common_bit_rates(const CardAbilities& card, unsigned reader_most);

}  // namespace uketsuke::reader
