#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

#include "reader_model/ports/card_body.h"
#include "reader_model/rf/crc_b.h"

namespace uketsuke::reader {

/// A card that answers what the test wrote down, and remembers what it was asked. Its link knows what these
/// tests need: one request, ATTRIB, and blocks that are never lost.
class FakeCard : public CardInField {
 public:
  void answers(const std::string& hex) { answers(from_hex(hex)); }
  void answers(const Bytes& bytes) {
    answers_.emplace_back([bytes](const Bytes&) { return bytes; });
  }
  /// Whatever it makes of the command.
  void answers(std::function<Bytes(const Bytes& command)> answer) { answers_.push_back(std::move(answer)); }

  void field_on(Duration) override { on = true; }
  void field_off(Duration) override { on = false; }

  bool receive(const ReaderFrame& frame, CardFrame& answer) override {
    Bytes reply;
    Duration delay = std::chrono::microseconds(200);
    switch (frame.bytes.at(0)) {
      case 0x05:  // REQB: ATQB with 106 kbit/s, 256 bytes, FWI 10
        reply = from_hex("50 01020304 000041E0 0081A0");
        break;
      case 0x1D:  // ATTRIB
        reply = {0x00};
        break;
      case 0x02:  // I-block
      case 0x03:
        sending_ = next_answer(Bytes(frame.bytes.begin() + 1, frame.bytes.end() - 2));
        delay = std::chrono::milliseconds(10);
        reply = next_block(frame.bytes[0] & 1);
        break;
      case 0xA2:  // R(ACK)
      case 0xA3:
        reply = next_block(frame.bytes[0] & 1);
        break;
      default:
        return false;
    }
    append_crc_b(reply);
    answer = {reply, 106, delay};
    return true;
  }

  bool on = false;
  std::vector<std::string> asked;

 private:
  std::deque<std::function<Bytes(const Bytes&)>> answers_;
  Bytes sending_;

  Bytes next_answer(const Bytes& command) {
    asked.push_back(to_hex(command));
    if (answers_.empty()) return {0x6F, 0x00};
    const auto answer = std::move(answers_.front());
    answers_.pop_front();
    return answer(command);
  }

  Bytes next_block(int number) {
    constexpr std::size_t kMost = 253;
    const std::size_t size = std::min(kMost, sending_.size());
    Bytes block(1 + size);
    block[0] = static_cast<std::uint8_t>(0x02 | number | (size < sending_.size() ? 0x10 : 0));
    std::copy_n(sending_.begin(), size, block.begin() + 1);
    sending_.erase(sending_.begin(), sending_.begin() + static_cast<std::ptrdiff_t>(size));
    return block;
  }
};

}  // namespace uketsuke::reader
