#include "reports/trace/link_trace.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "reports/trace/commentary.h"
#include "reports/trace/redaction.h"

namespace uketsuke::trace {

namespace {

constexpr std::uint8_t kAttrib = 0x1D;
constexpr std::uint8_t kHalt = 0x50;  // HLTB; a card's frame with this byte is an ATQB
constexpr std::size_t kSlotMarker = 1 + kCrc;

std::string head_comment(const TraceOptions& options, const TracedCase& traced, int session) {
  std::string text = traced.id + '\n';
  if (!traced.title.ja.empty()) text += traced.title.ja + " / " + traced.title.en + '\n';
  if (!traced.requirements.empty())
    text += fmt::format("requirements: {}\n", fmt::join(traced.requirements, ", "));
  text += fmt::format("device: {}; card session {}\n", traced.device, session);
  text += options.secrets ? "PINs, My Number and photo stand in the clear"
                          : "PINs, keys, My Number and photo are replaced by 2A, CRC_B computed anew "
                            "(--trace-secrets shows them)";
  return text;
}

}  // namespace

void LinkTrace::step(Duration at, std::int64_t index, std::string_view text) {
  steps_.emplace_back(at, fmt::format("step {}: {}", index, text));
}

void LinkTrace::open() {
  ++sessions_;
  path_ = options_.folder / fmt::format("{}.{}.pcapng", case_.file_stem, sessions_);
  writer_.emplace(path_, CaptureInfo{options_.application, case_.device,
                                     head_comment(options_, case_, sessions_), case_.start});
  follower_.reset();
  activating_ = halting_ = in_slot_ = activated_ = false;
  bit_rate_ = 0;
}

void LinkTrace::field(Duration at, bool on) {
  if (!on && !writer_) return;
  if (!writer_) open();
  packet_.at = at;
  packet_.event = on ? AirEvent::field_on : AirEvent::field_off;
  packet_.frame.clear();
  packet_.comments.clear();
  if (on && !case_.requirements.empty())
    packet_.comments = fmt::format("requirements: {}\n", fmt::join(case_.requirements, ", "));
  say_steps();
  release();
  put();
  if (!on) finish();
}

void LinkTrace::frame(const TracedFrame& frame) {
  if (!writer_) open();
  packet_.at = frame.begin;
  packet_.event = frame.from_card ? AirEvent::from_card : AirEvent::from_reader;
  packet_.frame = frame.bytes;
  packet_.comments.clear();
  say_steps();
  describe(frame);
  put();
}

void LinkTrace::finish() {
  if (!writer_) return;
  release();
  writer_->commit();
  writer_.reset();
  files_.push_back(path_);
}

void LinkTrace::say_steps() {
  while (!steps_.empty() && steps_.front().first <= packet_.at) {
    packet_.comments += steps_.front().second;
    packet_.comments += '\n';
    steps_.erase(steps_.begin());
  }
}

void LinkTrace::describe(const TracedFrame& frame) {
  if (bit_rate_ != frame.bit_rate) {
    bit_rate_ = frame.bit_rate;
    packet_.comments += fmt::format("{} kbit/s\n", bit_rate_);
  }
  if (!has_good_crc(frame.bytes)) {
    packet_.comments += "damaged on the air: wrong CRC_B\n";
    if (activated_ && frame.bytes.size() > kCrc + 1) hide_bytes(1, frame.bytes.size() - kCrc);
    return;
  }
  const bool answers_attrib = activating_ && frame.from_card;
  const bool answers_halt = halting_ && frame.from_card;
  activating_ = !frame.from_card && frame.bytes[0] == kAttrib;
  halting_ = !frame.from_card && frame.bytes[0] == kHalt;
  if (activating_) {
    follower_.reset();
    activated_ = true;
  }
  if (halting_ || answers_halt) mark_without_crc();
  if (halting_) packet_.comments += "HLTB: the card is not to answer REQB any more\n";
  if (answers_attrib || answers_halt) return;
  const auto block = parse_block(frame.bytes);
  if (!block) {
    describe_request(frame);
    return;
  }
  switch (block->kind) {
    case BlockKind::information:
      describe_information(frame, *block);
      break;
    case BlockKind::acknowledge:
    case BlockKind::not_acknowledge:
      follower_.receipt(frame.from_card, *block);
      break;
    case BlockKind::waiting_time:
      if (frame.from_card && block->inf_size == 1) {
        const unsigned factor = frame.bytes[block->inf_begin] & 0x3FU;
        packet_.comments += fmt::format("the card asks for {} times its waiting time\n", factor);
      }
      break;
    case BlockKind::deselect:
      mark_without_crc();
      break;
  }
}

// Wireshark 4.0 does not dissect slot markers and their answers.
void LinkTrace::describe_request(const TracedFrame& frame) {
  if (frame.from_card) {
    if (in_slot_) packet_.comments += "ATQB\n";
    return;
  }
  in_slot_ = frame.bytes.size() == kSlotMarker && (frame.bytes[0] & 0x0FU) == 0x05;
  if (in_slot_) packet_.comments += fmt::format("slot marker: slot {}\n", (frame.bytes[0] >> 4U) + 1);
}

void LinkTrace::describe_information(const TracedFrame& frame, const Block& block) {
  const Passage passage = follower_.information(frame.from_card, block, frame.bytes);
  const Exchange& exchange = follower_.exchange();
  std::string& comments = packet_.comments;
  if (passage.repeated) comments += "again: ";
  if (!frame.from_card) {
    if (!passage.begins) comments += "… ";
    put_command(comments, exchange);
  } else if (passage.ends) {
    put_answer(comments, exchange);
  } else {
    comments += "more follows";
  }
  comments += '\n';
  if (options_.secrets) return;
  if (passage.status_byte_before && !held_.empty()) {
    for (auto packet = held_.rbegin(); packet != held_.rend(); ++packet) {
      if (packet->event != AirEvent::from_card || packet->frame.size() <= kCrc) continue;
      set_byte(packet->frame, packet->frame.size() - kCrc - 1, *passage.status_byte_before);
      break;
    }
  }
  hide_bytes(block.inf_begin + passage.hide_begin, block.inf_begin + passage.hide_end);
}

void LinkTrace::hide_bytes(std::size_t begin, std::size_t end) {
  if (options_.secrets || begin >= end) return;
  hide(packet_.frame, begin, end);
  packet_.comments += fmt::format("{} bytes hidden\n", end - begin);
}

void LinkTrace::mark_without_crc() {
  packet_.event = packet_.event == AirEvent::from_card ? AirEvent::from_card_without_crc
                                                       : AirEvent::from_reader_without_crc;
}

void LinkTrace::put() {
  if (!options_.secrets && follower_.in_secret_answer()) {
    held_.push_back(packet_);
    return;
  }
  release();
  writer_->packet(packet_.at, packet_.event, packet_.frame, packet_.comments);
}

void LinkTrace::release() {
  for (const Packet& packet : held_) writer_->packet(packet.at, packet.event, packet.frame, packet.comments);
  held_.clear();
}

}  // namespace uketsuke::trace
