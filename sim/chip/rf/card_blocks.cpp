#include "sim/chip/rf/card_blocks.h"

#include <algorithm>

#include "reader_model/rf/block.h"
#include "reader_model/rf/crc_b.h"

namespace uketsuke::chip {

namespace block = reader::block;

namespace {

/// One byte more than the longest command of ISO/IEC 7816-4 (header, extended Lc, 65,535 bytes, extended Le).
/// Bytes chained beyond this are dropped, and the chip sees that the length is wrong.
constexpr std::size_t kMostCommand = 4 + 3 + 65'535 + 2 + 1;

}  // namespace

CardBlocks::CardBlocks(CardApplication& application, const LinkParameters& link)
    : application_(application),
      link_(link),
      waiting_time_(reader::waiting_time(link.fwi())),
      turnaround_(link.tr0 + link.tr1) {}

void CardBlocks::begin(std::size_t frame_size, unsigned cid) {
  frame_size_ = frame_size;
  cid_ = cid;
  number_ = 1;
  command_.clear();
  chaining_ = told_ = false;
  waiting_ = 0;
}

CardBlocks::Reply CardBlocks::receive(ByteView frame, Duration arrived, reader::CardFrame& answer) {
  if (frame.empty()) return Reply::none;
  const std::uint8_t pcb = frame[0];
  with_cid_ = (pcb & block::kCid) != 0;
  const std::size_t prologue = with_cid_ ? 2 : 1;
  if (frame.size < prologue) return Reply::none;
  // Blocks for another card, and, if this card's CID is not 0, blocks without a CID (§7.1.1.2).
  if (with_cid_ ? (frame[1] & 0x0FU) != cid_ : cid_ != 0) return Reply::none;
  const ByteView inf(frame.data + prologue, frame.size - prologue);
  if (block::is_information(pcb)) return on_information(inf, pcb, arrived, answer);
  if (block::is_waiting(pcb)) return on_extension(inf, arrived, answer);
  if (!inf.empty()) return Reply::none;
  if (block::is_acknowledge(pcb)) return on_receipt(false, block::number(pcb), answer);
  if (block::is_repeat(pcb)) return on_receipt(true, block::number(pcb), answer);
  if (!block::is_deselect(pcb)) return Reply::none;
  put(block::kDeselect, {}, turnaround_, answer);
  return Reply::deselected;
}

CardBlocks::Reply CardBlocks::on_information(ByteView inf, std::uint8_t pcb, Duration arrived,
                                             reader::CardFrame& answer) {
  if ((pcb & block::kNad) != 0) return Reply::none;  // as stated in ATQB
  // The reader's rules forbid a block with a repeated number; answering it would run a command twice (note to
  // rule D).
  if (block::number(pcb) == number_ || waiting_ != 0) return Reply::none;
  number_ ^= 1U;  // rule D
  told_ = true;
  block_size_ = 0;
  const std::size_t room = kMostCommand - command_.size();
  command_.insert(command_.end(), inf.begin(), inf.begin() + std::min(room, inf.size));
  chaining_ = false;
  if ((pcb & block::kChaining) != 0) {
    receipt_ = true;
    return put_last(answer);  // rule 2
  }
  receipt_ = false;
  application_.transmit(command_, answer_);
  command_.clear();
  commanded_ = true;
  command_at_ = arrived;
  ready_at_ = arrived + answer_.processing;
  sent_ = 0;
  return finish_or_wait(arrived, waiting_time_, answer);
}

/// R(ACK), or R(NAK) if `repeat`.
CardBlocks::Reply CardBlocks::on_receipt(bool repeat, unsigned number, reader::CardFrame& answer) {
  if (number == number_) return told_ ? put_last(answer) : Reply::none;  // rule 11
  if (repeat) {                                                          // rule 12
    return put(static_cast<std::uint8_t>(block::kAcknowledge | number_), {}, turnaround_, answer);
  }
  if (!chaining_ || waiting_ != 0) return Reply::none;
  number_ ^= 1U;  // rules E and 13
  return put_next(turnaround_, answer);
}

CardBlocks::Reply CardBlocks::on_extension(ByteView inf, Duration arrived, reader::CardFrame& answer) {
  if (waiting_ == 0 || inf.size != 1 || block::multiplier(inf[0]) != waiting_) return Reply::none;
  const Duration allowed = std::min(waiting_time_ * waiting_, reader::kMostFrameWaitingTime);
  waiting_ = 0;
  return finish_or_wait(arrived, allowed, answer);
}

/// Answers if that is possible within the time allowed; otherwise requests more time shortly before it ends.
CardBlocks::Reply CardBlocks::finish_or_wait(Duration arrived, Duration allowed, reader::CardFrame& answer) {
  const Duration delay = std::max(ready_at_ - arrived, link_.tr0) + link_.tr1;
  if (delay <= allowed) return put_next(delay, answer);
  const Duration ask_after = allowed - allowed / 8;
  const Duration left = delay - ask_after;
  const auto needed = static_cast<unsigned>((left + waiting_time_ - Duration(1)) / waiting_time_);
  waiting_ = std::clamp(needed, 1U, link_.most_extension);
  const auto multiplier = static_cast<std::uint8_t>(waiting_);
  return put(block::kWaiting, {&multiplier, 1}, ask_after, answer);
}

/// The next block of the answer.
CardBlocks::Reply CardBlocks::put_next(Duration delay, reader::CardFrame& answer) {
  sent_ += block_size_;
  const std::size_t most = frame_size_ - 1 - (with_cid_ ? 1 : 0) - reader::kCrcBytes;
  block_size_ = std::min(most, answer_.bytes.size() - sent_);
  chaining_ = sent_ + block_size_ < answer_.bytes.size();
  put_last(answer);
  answer.delay = delay;
  return Reply::block;
}

/// Repeats the last block: S(WTX), R(ACK) or the I-block.
CardBlocks::Reply CardBlocks::put_last(reader::CardFrame& answer) const {
  if (waiting_ != 0) {
    const auto multiplier = static_cast<std::uint8_t>(waiting_);
    return put(block::kWaiting, {&multiplier, 1}, turnaround_, answer);
  }
  if (receipt_) return put(static_cast<std::uint8_t>(block::kAcknowledge | number_), {}, turnaround_, answer);
  const std::uint8_t chaining = chaining_ ? block::kChaining : std::uint8_t{0};
  return put(static_cast<std::uint8_t>(block::kInformation | chaining | number_),
             {answer_.bytes.data() + sent_, block_size_}, turnaround_, answer);
}

CardBlocks::Reply CardBlocks::put(std::uint8_t pcb, ByteView inf, Duration delay,
                                  reader::CardFrame& answer) const {
  Bytes& frame = answer.bytes;
  frame.clear();
  frame.push_back(with_cid_ ? static_cast<std::uint8_t>(pcb | block::kCid) : pcb);
  if (with_cid_) frame.push_back(static_cast<std::uint8_t>(cid_));
  frame.insert(frame.end(), inf.begin(), inf.end());
  answer.delay = delay;
  return Reply::block;
}

void CardBlocks::lose_power(Duration at) {
  if (commanded_) {
    application_.tear_off(at - command_at_);
  } else {
    application_.power_off();
  }
  commanded_ = false;
}

}  // namespace uketsuke::chip
