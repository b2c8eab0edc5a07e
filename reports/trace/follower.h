#pragma once

#include <array>
#include <optional>

#include "reports/trace/block.h"
#include "reports/trace/exchange.h"

namespace uketsuke::trace {

/// Role of an I-block in the exchange of APDUs.
struct Passage {
  bool begins = false;    ///< the first block of its APDU
  bool ends = false;      ///< the last one
  bool repeated = false;  ///< a repetition of the same block
  /// Secret bytes of the INF, from `hide_begin` up to, but not including, `hide_end`.
  std::size_t hide_begin = 0;
  std::size_t hide_end = 0;
  /// Set if the answer's last byte came alone: the byte hidden at the end of the previous block is this SW1.
  std::optional<std::uint8_t> status_byte_before;
};

/// Follows the blocks of one activated card and reassembles the commands.
///
/// Needs no cooperation of reader and card: chaining is a bit in the PCB, and a retransmitted block has the
/// number of the last one from that side (ISO/IEC 14443-4 §7.5).
class Follower {
 public:
  /// Call it if the card was activated, or lost its power. The selection is then unknown.
  void reset() { *this = {}; }

  /// Adds an I-block with a correct CRC.
  Passage information(bool from_card, const Block& block, const Bytes& frame);

  /// Adds an R-block with a correct CRC.
  void receipt(bool from_card, const Block& block) { side(from_card).number = block.number; }

  /// The exchange of the last I-block.
  const Exchange& exchange() const { return exchange_; }

  /// Whether an answer with something to hide has begun and not ended.
  bool in_secret_answer() const {
    return exchange_.received > 0 && !exchange_.answered && has_secret_answer(exchange_);
  }

 private:
  struct Side {
    std::optional<unsigned> number;  ///< of its last I- or R-block
    Exchange before;                 ///< state before its last I-block
  };

  Exchange exchange_;
  Side reader_;
  Side card_;

  Side& side(bool from_card) { return from_card ? card_ : reader_; }
  void command(const Block& block, const Bytes& frame, Passage& passage);
  void answer(const Block& block, const Bytes& frame, Passage& passage);
};

}  // namespace uketsuke::trace
