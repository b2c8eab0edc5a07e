#include "reports/trace/follower.h"

#include <algorithm>

namespace uketsuke::trace {

namespace {

bool succeeded(std::uint16_t status) {
  const unsigned sw1 = status >> 8U;
  return sw1 == 0x90 || (sw1 >= 0x61 && sw1 <= 0x63);
}

/// Determines what is selected for the next command.
void select(const Exchange& done, Exchange& next) {
  next.application = done.application;
  next.file = done.file;
  if (!done.answered || !succeeded(done.status())) return;
  const unsigned p1 = done.head[2];
  const unsigned lc = done.head[4];
  if (done.instruction() == instruction::kReadBinary || done.instruction() == instruction::kReadRecord) {
    next.file = done.addressed_file();
  }
  if (done.instruction() != instruction::kSelect || done.sent <= 5)
    return;  // a SELECT without data changes nothing
  const bool first = (done.head[3] & 0x03U) == 0;
  if (p1 == 0x02 && lc == 2) {
    next.file = static_cast<std::uint16_t>(done.head[5] << 8 | done.head[6]);
  } else if (p1 == 0x04 && first && 5 + lc <= done.head.size()) {
    next.application = application_of(&done.head[5], lc);
    next.file = 0;
  } else {
    next.application = Application::unknown;
    next.file = 0;
  }
}

Exchange following(const Exchange& done) {
  Exchange next;
  select(done, next);
  next.after_secret = has_secret_answer(done);
  return next;
}

}  // namespace

Passage Follower::information(bool from_card, const Block& block, const Bytes& frame) {
  Passage passage;
  Side& sender = side(from_card);
  passage.repeated = sender.number == block.number;
  if (passage.repeated) {
    exchange_ = sender.before;
  } else {
    sender.before = exchange_;
  }
  sender.number = block.number;
  passage.ends = !block.chaining;
  if (from_card) {
    answer(block, frame, passage);
  } else {
    command(block, frame, passage);
  }
  return passage;
}

void Follower::command(const Block& block, const Bytes& frame, Passage& passage) {
  if (exchange_.sent_whole) exchange_ = following(exchange_);
  passage.begins = exchange_.sent == 0;
  const std::size_t offset = exchange_.sent;
  const std::uint8_t* inf = frame.data() + block.inf_begin;
  for (std::size_t i = 0; i < block.inf_size && offset + i < exchange_.head.size(); ++i) {
    exchange_.head[offset + i] = inf[i];
  }
  exchange_.sent += block.inf_size;
  exchange_.sent_whole = passage.ends;
  if (!has_secret_data(exchange_)) return;
  const std::size_t data = exchange_.data_begin();
  passage.hide_begin = std::min(block.inf_size, data > offset ? data - offset : 0);
  passage.hide_end = block.inf_size;
}

void Follower::answer(const Block& block, const Bytes& frame, Passage& passage) {
  passage.begins = exchange_.received == 0;
  const std::uint8_t* inf = frame.data() + block.inf_begin;
  for (std::size_t i = block.inf_size < kStatus ? 0 : block.inf_size - kStatus; i < block.inf_size; ++i) {
    exchange_.tail = {exchange_.tail[1], inf[i]};
  }
  exchange_.received += block.inf_size;
  exchange_.answered = passage.ends;
  if (!has_secret_answer(exchange_)) return;
  const std::size_t shown = passage.ends ? std::min(kStatus, block.inf_size) : 0;
  passage.hide_end = block.inf_size - shown;
  if (passage.ends && block.inf_size == 1 && !passage.begins) passage.status_byte_before = exchange_.tail[0];
}

}  // namespace uketsuke::trace
