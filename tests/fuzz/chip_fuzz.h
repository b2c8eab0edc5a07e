#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/bytes.h"

namespace uketsuke::fuzz {

// An input is a card and what happens to it: one byte that chooses the card's policies, then steps. A step is
// one byte (its remainder by `kSteps`) and two bytes of a number.
//   apdu       so many bytes follow, which are the command
//   long_apdu  eight bytes follow, and so many bytes of 5A are put behind them: 64 KiB APDUs from short
//   inputs power      off and on tear       power is lost so many 10-microsecond units after the last command
//   arrived, and comes back warm       warm reset
enum Step : std::uint8_t { apdu, long_apdu, power, tear, warm, kSteps };
inline constexpr std::size_t kStepHead = 3;
inline constexpr std::size_t kLongHead = 8;

/// A step of an input, written out.
Bytes step(Step kind, std::uint16_t number, const Bytes& command = {});

/// What all inputs of this process met.
struct Tally {
  std::uint64_t apdus = 0;
  std::bitset<256 * 65536> pairs;  ///< instruction and status word
  std::size_t distinct = 0;        ///< how many of them
};
Tally& tally();

/// Inputs of valid commands through every application, to start from.
std::vector<Bytes> seeds();

}  // namespace uketsuke::fuzz

/// libFuzzer's entry. Aborts where a card breaks a promise: what an answer looks like, and what tries may do.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
