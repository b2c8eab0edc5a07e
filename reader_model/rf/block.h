#pragma once

#include <cstdint>

namespace uketsuke::reader::block {

// Protocol control bytes of ISO/IEC 14443-4 §7.1.1.

inline constexpr std::uint8_t kInformation = 0x02;  ///< I-block
inline constexpr std::uint8_t kAcknowledge = 0xA2;  ///< R(ACK)
inline constexpr std::uint8_t kRepeat = 0xB2;       ///< R(NAK)
inline constexpr std::uint8_t kDeselect = 0xC2;     ///< S(DESELECT), in both directions
inline constexpr std::uint8_t kWaiting = 0xF2;      ///< S(WTX), in both directions

inline constexpr std::uint8_t kNumber = 0x01;    ///< block number bit of I- and R-blocks
inline constexpr std::uint8_t kNad = 0x04;       ///< in I-blocks: a node address follows
inline constexpr std::uint8_t kCid = 0x08;       ///< a card identifier follows
inline constexpr std::uint8_t kChaining = 0x10;  ///< in I-blocks: another one follows

constexpr bool is_information(std::uint8_t pcb) { return (pcb & 0xE2) == 0x02; }
constexpr bool is_acknowledge(std::uint8_t pcb) { return (pcb & 0xF6) == 0xA2; }
constexpr bool is_repeat(std::uint8_t pcb) { return (pcb & 0xF6) == 0xB2; }
constexpr bool is_deselect(std::uint8_t pcb) { return (pcb & 0xF7) == 0xC2; }
constexpr bool is_waiting(std::uint8_t pcb) { return (pcb & 0xF7) == 0xF2; }
constexpr unsigned number(std::uint8_t pcb) { return pcb & kNumber; }

/// Frame waiting time multiplier of S(WTX); the two bits above it are a power level. 0 and 60 to 63 are
/// reserved.
constexpr unsigned multiplier(std::uint8_t information) { return information & 0x3FU; }
inline constexpr unsigned kMostMultiplier = 59;

}  // namespace uketsuke::reader::block
