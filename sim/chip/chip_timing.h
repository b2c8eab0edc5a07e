#pragma once

#include <filesystem>

#include "base/calendar.h"

namespace uketsuke::chip {

/// How long the chip computes, from the last byte of a command to the first of its answer; without the link.
/// No figure of the real card is public: the values of timing/default.yaml are assumptions.
struct ChipTiming {
  Duration start_up{};  ///< from power to the first command
  Duration overhead{};  ///< of every command
  Duration select{};
  Duration read{};  ///< of a READ, without its bytes
  Duration read_per_byte{};
  Duration verify{};         ///< comparing, without the writing of counters
  Duration write{};          ///< one write of non-volatile memory
  Duration rsa_2048{};       ///< one private-key operation
  Duration rsa_public{};     ///< one public-key operation
  Duration ec_p384{};        ///< one ECDSA signature
  Duration hash_per_byte{};  ///< SHA-256 on the chip
  Duration challenge{};

  /// Reads sim/chip/timing/*.yaml. @throws InputError
  static ChipTiming load(const std::filesystem::path& path);
};

}  // namespace uketsuke::chip
