#pragma once

#include <filesystem>

#include "base/calendar.h"

namespace uketsuke::chip {

/// Computing times of the chip, from the last byte of a command to the first of its answer; without the link.
/// No figure of the real card is public: the values of timing/default.yaml are assumptions.
struct ChipTiming {
  Duration start_up{};  ///< from power-on to the first command
  Duration overhead{};  ///< per command
  Duration select{};
  Duration read{};  ///< per READ, without its bytes
  Duration read_per_byte{};
  Duration verify{};         ///< comparison, without writing counters
  Duration write{};          ///< per write of non-volatile memory
  Duration rsa_2048{};       ///< per private-key operation
  Duration rsa_public{};     ///< per public-key operation
  Duration ec_p384{};        ///< per ECDSA signature
  Duration hash_per_byte{};  ///< SHA-256 on the chip
  Duration challenge{};

  /// Reads sim/chip/timing/*.yaml.
  /// @throws InputError
  static ChipTiming load(const std::filesystem::path& path);
};

}  // namespace uketsuke::chip
