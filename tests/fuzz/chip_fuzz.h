#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/bytes.h"

namespace uketsuke::fuzz {

// An input describes a card and what happens to it: one byte that selects the card's policies, then steps. A
// step is one byte (its remainder by `kSteps`) and a number in two bytes.
//   apdu       the number of bytes that follow, which are the command
//   long_apdu  eight bytes follow; the number of bytes of 5A to append: 64 KiB APDUs from short inputs
//   power      off and on
//   tear       power is lost at this number of 10-microsecond units after the last command arrived, then
//              restored
//   warm       warm reset
enum Step : std::uint8_t { apdu, long_apdu, power, tear, warm, kSteps };
inline constexpr std::size_t kStepHead = 3;
inline constexpr std::size_t kLongHead = 8;

/// Encodes a step of an input.
Bytes step(Step kind, std::uint16_t number, const Bytes& command = {});

/// What the inputs of this process have covered.
struct Tally {
  std::uint64_t apdus = 0;
  std::bitset<256 * 65536> pairs;  ///< instruction and status word
  std::size_t distinct = 0;        ///< number of distinct pairs
};
Tally& tally();

/// Inputs of valid commands through every application, to start from.
std::vector<Bytes> seeds();

}  // namespace uketsuke::fuzz

/// libFuzzer's entry point. Aborts if a card violates a guarantee: the form of an answer, or the rules for
/// tries.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
