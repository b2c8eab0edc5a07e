#include "reports/trace/block.h"

#include "reports/trace/crc_b.h"

namespace uketsuke::trace {

namespace {

std::optional<BlockKind> kind_of(unsigned pcb) {
  if ((pcb & 0xE2U) == 0x02) return BlockKind::information;
  if ((pcb & 0xF6U) == 0xA2) return BlockKind::acknowledge;
  if ((pcb & 0xF6U) == 0xB2) return BlockKind::not_acknowledge;
  if ((pcb & 0xF7U) == 0xF2) return BlockKind::waiting_time;
  if ((pcb & 0xF7U) == 0xC2) return BlockKind::deselect;
  return std::nullopt;
}

}  // namespace

std::optional<Block> parse_block(const Bytes& frame) {
  if (frame.size() < 1 + kCrc) return std::nullopt;
  const unsigned pcb = frame[0];
  const auto kind = kind_of(pcb);
  if (!kind) return std::nullopt;
  Block block;
  block.kind = *kind;
  block.chaining = block.kind == BlockKind::information && (pcb & 0x10U) != 0;
  block.number = pcb & 0x01U;
  const bool has_cid = (pcb & 0x08U) != 0;
  const bool has_nad = block.kind == BlockKind::information && (pcb & 0x04U) != 0;
  block.inf_begin = 1U + (has_cid ? 1U : 0U) + (has_nad ? 1U : 0U);
  if (frame.size() < block.inf_begin + kCrc) return std::nullopt;
  block.inf_size = frame.size() - block.inf_begin - kCrc;
  return block;
}

bool has_good_crc(const Bytes& frame) {
  if (frame.size() < 1 + kCrc) return false;
  const std::size_t size = frame.size() - kCrc;
  return crc_b(frame.data(), size) == (frame[size] | static_cast<unsigned>(frame[size + 1]) << 8U);
}

}  // namespace uketsuke::trace
