#include "reader_model/rf/block_protocol.h"

#include <algorithm>

#include "reader_model/rf/air_time.h"
#include "reader_model/rf/block.h"
#include "reader_model/rf/crc_b.h"

namespace uketsuke::reader {

namespace {

constexpr std::size_t kPcb = 1;

bool is_waiting_request(const Bytes& frame) {
  if (!block::is_waiting(frame[0]) || frame.size() != 2) return false;
  const unsigned multiplier = block::multiplier(frame[1]);
  return multiplier >= 1 && multiplier <= block::kMostMultiplier;
}

/// Whether a block has neither CID nor NAD: this reader assigns none.
bool is_plain(std::uint8_t pcb) {
  return (pcb & block::kCid) == 0 && !(block::is_information(pcb) && (pcb & block::kNad) != 0);
}

}  // namespace

void BlockProtocol::begin(const ActiveCard& card) {
  number_ = 0;
  waiting_time_ = card.waiting_time;
  information_ = card.frame_size - kPcb - kCrcBytes;
}

bool BlockProtocol::transceive(const Bytes& command, Bytes& answer) {
  answer.clear();
  return send_command(command) && receive_answer(answer);
}

/// Sends a command; leaves the first I-block of the answer in the antenna.
bool BlockProtocol::send_command(const Bytes& command) {
  std::size_t sent = 0;
  unsigned repeats = 0;
  for (;;) {
    const std::size_t size = std::min(information_, command.size() - sent);
    const bool last = sent + size == command.size();
    const auto chaining = last ? std::uint8_t{0} : block::kChaining;
    put_block(static_cast<std::uint8_t>(block::kInformation | chaining | number_), command.data() + sent,
              size);
    if (!exchange(false)) return false;
    const std::uint8_t pcb = antenna_.answer()[0];
    if (block::is_information(pcb)) return last;  // an answer to half a command is invalid
    if (block::number(pcb) != number_) {          // rule 6: the card did not receive it
      if (++repeats > settings_.retries) return false;
      continue;
    }
    if (last) return false;  // an acknowledgement is not an answer
    number_ ^= 1U;           // rules B and 7
    sent += size;
    repeats = 0;
  }
}

bool BlockProtocol::receive_answer(Bytes& answer) {
  for (;;) {
    const Bytes& block = antenna_.answer();
    if (answer.size() + block.size() - kPcb > kLongestAnswer) return false;
    number_ ^= 1U;  // rule B
    answer.insert(answer.end(), block.begin() + kPcb, block.end());
    if ((block[0] & block::kChaining) == 0) return true;
    put_block(static_cast<std::uint8_t>(block::kAcknowledge | number_));  // rule 2
    if (!exchange(true)) return false;
  }
}

/// Sends the block in the antenna until an I-block of the current number or an R(ACK) is received.
bool BlockProtocol::exchange(bool card_is_chaining) {
  const Duration give_up = antenna_.now() + settings_.patience;
  Duration patience = waiting_time_;
  for (unsigned failures = 0;;) {
    const Heard heard = antenna_.exchange(patience);
    patience = waiting_time_;  // an extension applies only until the next block
    if (heard == Heard::frame && is_plain(antenna_.answer()[0])) {
      const Bytes& frame = antenna_.answer();
      if (block::is_information(frame[0]) && block::number(frame[0]) == number_) return true;
      if (block::is_acknowledge(frame[0]) && frame.size() == kPcb && !card_is_chaining) return true;
      if (is_waiting_request(frame)) {
        if (antenna_.now() > give_up) return false;
        patience = confirm_extension();
        failures = 0;
        continue;
      }
    }
    if (++failures > settings_.retries) return false;
    // Rules 4 and 5: a time-out or an invalid block.
    put_block(static_cast<std::uint8_t>((card_is_chaining ? block::kAcknowledge : block::kRepeat) | number_));
  }
}

/// Confirms the card's S(WTX); returns the extended waiting time for the answer (§7.3).
Duration BlockProtocol::confirm_extension() {
  const auto multiplier = static_cast<std::uint8_t>(block::multiplier(antenna_.answer()[1]));
  put_block(block::kWaiting, &multiplier, 1);
  return std::min(waiting_time_ * multiplier, kMostFrameWaitingTime);
}

bool BlockProtocol::deselect() {
  for (unsigned tries = 0; tries <= settings_.retries; ++tries) {  // rule 8
    put_block(block::kDeselect);
    // The deselection's own waiting time, 65,536/fc (§8.2).
    constexpr Duration kDeselectTime = carrier_periods(65'536);
    if (antenna_.exchange(kDeselectTime) == Heard::frame && block::is_deselect(antenna_.answer()[0]))
      return true;
  }
  return false;
}

void BlockProtocol::put_block(std::uint8_t pcb, const std::uint8_t* information, std::size_t size) {
  Bytes& frame = antenna_.frame();
  frame.push_back(pcb);
  if (size > 0) frame.insert(frame.end(), information, information + size);
}

}  // namespace uketsuke::reader
