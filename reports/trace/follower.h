#pragma once

#include <array>
#include <optional>

#include "reports/trace/block.h"
#include "reports/trace/exchange.h"

namespace uketsuke::trace {

/// What an I-block was in the exchange of APDUs.
struct Passage {
  bool begins = false;    ///< the first block of its APDU
  bool ends = false;      ///< the last one
  bool repeated = false;  ///< the same block was on the air before
  /// Bytes of the INF that are secret, from `hide_begin` to before `hide_end`.
  std::size_t hide_begin = 0;
  std::size_t hide_end = 0;
  /// The answer's last byte came alone: the byte that was hidden at the end of the block before is this SW1.
  std::optional<std::uint8_t> status_byte_before;
};

/// Follows the blocks of one activated card and puts together which command they carry.
///
/// Reader and card need no cooperation: chaining is a bit in the PCB, and a block that is sent again has the
/// number of the last one from that side (ISO/IEC 14443-4 §7.5).
class Follower {
 public:
  /// The card was activated, or lost its power. What is selected is not known.
  void reset() { *this = {}; }

  /// An I-block whose CRC is good.
  Passage information(bool from_card, const Block& block, const Bytes& frame);

  /// An R-block whose CRC is good.
  void receipt(bool from_card, const Block& block) { side(from_card).number = block.number; }

  /// The exchange that the last I-block belonged to.
  const Exchange& exchange() const { return exchange_; }

  /// Whether an answer with something to hide has begun and not ended.
  bool in_secret_answer() const {
    return exchange_.received > 0 && !exchange_.answered && has_secret_answer(exchange_);
  }

 private:
  struct Side {
    std::optional<unsigned> number;  ///< of its last I- or R-block
    Exchange before;                 ///< as it was before its last I-block
  };

  Exchange exchange_;
  Side reader_;
  Side card_;

  Side& side(bool from_card) { return from_card ? card_ : reader_; }
  void command(const Block& block, const Bytes& frame, Passage& passage);
  void answer(const Block& block, const Bytes& frame, Passage& passage);
};

}  // namespace uketsuke::trace
