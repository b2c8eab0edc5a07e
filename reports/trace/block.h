#pragma once

#include <cstddef>
#include <optional>

#include "base/bytes.h"

namespace uketsuke::trace {

inline constexpr std::size_t kCrc = 2;     ///< size in bytes of CRC_B at the end of a frame
inline constexpr std::size_t kStatus = 2;  ///< size in bytes of SW1 SW2 at the end of a response

enum class BlockKind { information, acknowledge, not_acknowledge, waiting_time, deselect };

/// A block of ISO/IEC 14443-4 §7.1, and the position of its INF in the frame.
struct Block {
  BlockKind kind{};
  bool chaining = false;  ///< more of the APDU follows
  unsigned number = 0;    ///< 0 or 1; of I- and R-blocks
  std::size_t inf_begin = 0;
  std::size_t inf_size = 0;
};

/// Parses the prologue. Empty for a frame that is not a block: a frame of the initialisation (ISO/IEC
/// 14443-3), or a damaged one.
std::optional<Block> parse_block(const Bytes& frame);

/// Whether the frame ends with a correct CRC_B.
bool has_good_crc(const Bytes& frame);

}  // namespace uketsuke::trace
