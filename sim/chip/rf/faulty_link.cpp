#include "sim/chip/rf/faulty_link.h"

#include <algorithm>
#include <random>
#include <set>

#include "reader_model/rf/air_time.h"

namespace uketsuke::chip {

namespace {

/// Flips one bit per position; a repeated position counts once, so that two flips do not cancel.
void turn_over(const std::vector<unsigned>& bits, Bytes& frame) {
  if (frame.empty()) return;
  std::set<std::size_t> positions;
  for (const unsigned bit : bits) positions.insert(bit % (frame.size() * 8));
  for (const std::size_t bit : positions) frame[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
}

}  // namespace

FaultPlan FaultPlan::recoverable(std::uint64_t seed, std::size_t count, std::size_t frames,
                                 unsigned in_a_row) {
  std::mt19937_64 random(seed);
  std::set<std::size_t> places;
  const auto run = [&places](std::size_t at) {  // length of the run of faults with this one
    std::size_t length = 1;
    for (std::size_t i = at; i > 0 && places.count(i - 1) != 0; --i) ++length;
    for (std::size_t i = at + 1; places.count(i) != 0; ++i) ++length;
    return length;
  };
  for (std::size_t tries = 0; places.size() < count && frames > 0 && tries < 8 * count; ++tries) {
    const std::size_t at = random() % frames;
    if (places.count(at) == 0 && run(at) <= in_a_row) places.insert(at);
  }
  FaultPlan plan;
  for (const std::size_t at : places) {
    Fault fault;
    fault.kind = static_cast<Fault::Kind>(random() % 5);
    fault.delay = Duration(static_cast<Duration::rep>(random() % reader::kMostFrameWaitingTime.count()));
    for (std::uint64_t i = random() % 3 + 1; i > 0; --i)
      fault.bits.push_back(static_cast<unsigned>(random()));
    plan.list.push_back({at, fault});
  }
  return plan;
}

FaultyLink::FaultyLink(std::shared_ptr<reader::CardInField> card, FaultPlan plan)
    : card_(std::move(card)), plan_(std::move(plan)) {}

void FaultyLink::field_on(Duration at) {
  if (plan_.torn_at && at >= *plan_.torn_at) gone_ = true;
  if (!gone_) card_->field_on(at);
}

void FaultyLink::field_off(Duration at) {
  mute_ = false;
  if (gone_) return;
  if (plan_.torn_at && at >= *plan_.torn_at) {
    tear(*plan_.torn_at);
  } else {
    card_->field_off(at);
  }
}

bool FaultyLink::receive(const reader::ReaderFrame& frame, reader::CardFrame& answer) {
  const std::size_t number = frames_++;
  if (gone_) return false;
  if (plan_.torn_at && frame.end > *plan_.torn_at) return tear(*plan_.torn_at);
  while (next_ < plan_.list.size() && plan_.list[next_].frame < number) ++next_;
  const Fault* fault =
      next_ < plan_.list.size() && plan_.list[next_].frame == number ? &plan_.list[next_].fault : nullptr;
  if (fault == nullptr) return !mute_ && pass(frame, answer);
  switch (fault->kind) {
    case Fault::Kind::mute:
      mute_ = true;
      return false;
    case Fault::Kind::frame_lost:
      return false;
    case Fault::Kind::frame_corrupted:
      corrupted_ = frame.bytes;
      turn_over(fault->bits, corrupted_);
      return !mute_ && pass({corrupted_, frame.bit_rate, frame.end}, answer);
    case Fault::Kind::answer_lost:
      if (!mute_) pass(frame, answer);
      return false;
    case Fault::Kind::answer_corrupted:
      if (mute_ || !pass(frame, answer)) return false;
      turn_over(fault->bits, answer.bytes);
      return true;
    case Fault::Kind::answer_late:
      if (mute_ || !pass(frame, answer)) return false;
      answer.delay += fault->delay;
      return true;
    case Fault::Kind::torn:
      plan_.torn_at = frame.end + fault->delay;
      return !mute_ && pass(frame, answer);
  }
  return false;
}

/// Passes a frame to the card and its answer back, unless the card leaves before the answer is complete.
bool FaultyLink::pass(const reader::ReaderFrame& frame, reader::CardFrame& answer) {
  if (!card_->receive(frame, answer)) return false;
  const Duration complete =
      frame.end + answer.delay + reader::frame_time(answer.bytes.size(), answer.bit_rate);
  if (plan_.torn_at && complete > *plan_.torn_at) return tear(*plan_.torn_at);
  return true;
}

/// @returns false: nothing is heard
bool FaultyLink::tear(Duration at) {
  gone_ = true;
  card_->field_off(at);
  return false;
}

}  // namespace uketsuke::chip
