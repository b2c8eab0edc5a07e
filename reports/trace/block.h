#pragma once

#include <cstddef>
#include <optional>

#include "base/bytes.h"

namespace uketsuke::trace {

inline constexpr std::size_t kCrc = 2;     ///< bytes of CRC_B at the end of a frame
inline constexpr std::size_t kStatus = 2;  ///< bytes of SW1 SW2 at the end of a response

enum class BlockKind { information, acknowledge, not_acknowledge, waiting_time, deselect };

/// A block of ISO/IEC 14443-4 §7.1 and where its INF lies in the frame.
struct Block {
  BlockKind kind{};
  bool chaining = false;  ///< more of the APDU follows
  unsigned number = 0;    ///< 0 or 1; of I- and R-blocks
  std::size_t inf_begin = 0;
  std::size_t inf_size = 0;
};

/// Reads the prologue. Nothing for a frame that is no block of the protocol: those of the initialisation
/// (ISO/IEC 14443-3), and rubbish.
std::optional<Block> parse_block(const Bytes& frame);

/// Whether the frame ends with the CRC_B of what is before it.
bool has_good_crc(const Bytes& frame);

}  // namespace uketsuke::trace
