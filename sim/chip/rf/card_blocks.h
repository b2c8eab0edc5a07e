#pragma once

#include "reader_model/ports/card_body.h"
#include "sim/chip/rf/card_application.h"
#include "sim/chip/rf/link_parameters.h"

namespace uketsuke::chip {

/// The card's end of the half-duplex block protocol (ISO/IEC 14443-4 §7.5). Rules cited in the source's
/// comments are those of §7.5.4 and §7.5.6.
///
/// An invalid block is not answered. A command reaches the application once, however often blocks are
/// repeated.
class CardBlocks {
 public:
  CardBlocks(CardApplication& application, const LinkParameters& link);

  /// After ATTRIB: block number 1 (rule C).
  /// @param frame_size  FSD, the largest frame that the reader accepts
  void begin(std::size_t frame_size, unsigned cid);

  /// The card's reaction to a block.
  enum class Reply { none, block, deselected };

  /// @param frame  a block without CRC_B
  /// @param arrived  when it ended
  /// @param answer  the card's block without CRC_B, and the delay; unchanged if there is no answer
  Reply receive(ByteView frame, Duration arrived, reader::CardFrame& answer);

  /// Power is lost. The application never does what it has not done by then.
  void lose_power(Duration at);

 private:
  CardApplication& application_;
  const LinkParameters& link_;
  Duration waiting_time_;  ///< FWT
  Duration turnaround_;
  std::size_t frame_size_ = 0;
  unsigned cid_ = 0;

  bool with_cid_ = false;  ///< of the block that is being answered
  unsigned number_ = 1;
  Bytes command_;  ///< as received so far
  Answer answer_;
  std::size_t sent_ = 0;        ///< bytes of the answer in the blocks before the last one
  std::size_t block_size_ = 0;  ///< bytes of the answer in the last one
  bool chaining_ = false;       ///< another block follows the last one
  unsigned waiting_ = 0;        ///< multiplier of the unconfirmed S(WTX); 0: none
  bool receipt_ = false;        ///< the last block was an R(ACK)
  bool told_ = false;           ///< there is a last block to repeat
  bool commanded_ = false;      ///< the application had a command since power-on
  Duration command_at_{};
  Duration ready_at_{};

  Reply on_information(ByteView inf, std::uint8_t pcb, Duration arrived, reader::CardFrame& answer);
  Reply on_receipt(bool repeat, unsigned number, reader::CardFrame& answer);
  Reply on_extension(ByteView inf, Duration arrived, reader::CardFrame& answer);
  Reply finish_or_wait(Duration arrived, Duration allowed, reader::CardFrame& answer);
  Reply put_next(Duration delay, reader::CardFrame& answer);
  Reply put_last(reader::CardFrame& answer) const;
  Reply put(std::uint8_t pcb, ByteView inf, Duration delay, reader::CardFrame& answer) const;
};

}  // namespace uketsuke::chip
