#pragma once

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <vector>

#include "reader_model/ports/card_body.h"
#include "reader_model/rf/crc_b.h"

namespace uketsuke::reader {

/// A card that answers frame by frame as a test defines, and stores what it received.
class ScriptedCard : public CardInField {
 public:
  struct Reply {
    std::string hex;  ///< without CRC_B; empty: no answer
    Duration delay = std::chrono::microseconds(200);
    bool corrupted = false;
  };

  void replies(const std::vector<std::string>& hex) {
    for (const std::string& one : hex) script_.push_back({one});
  }
  void reply(Reply one) { script_.push_back(std::move(one)); }

  void field_on(Duration at) override { field.emplace_back(at, true); }
  void field_off(Duration at) override { field.emplace_back(at, false); }

  bool receive(const ReaderFrame& frame, CardFrame& answer) override {
    EXPECT_TRUE(crc_b_fits(frame.bytes));
    heard.push_back(to_hex(Bytes(frame.bytes.begin(), frame.bytes.end() - 2)));
    ends.push_back(frame.end);
    if (script_.empty()) return false;
    const Reply reply = script_.front();
    script_.pop_front();
    if (reply.hex.empty()) return false;
    answer.bytes = from_hex(reply.hex);
    append_crc_b(answer.bytes);
    if (reply.corrupted) answer.bytes.front() ^= 0x40;
    answer.bit_rate = bit_rate;
    answer.delay = reply.delay;
    return true;
  }

  unsigned bit_rate = 106;
  std::vector<std::string> heard;  ///< without CRC_B
  std::vector<Duration> ends;
  std::vector<std::pair<Duration, bool>> field;

 private:
  std::deque<Reply> script_;
};

inline constexpr const char* kAtqb = "50 01020304 000041E0 B381A1";
inline constexpr const char* kOther = "50 05060708 000005E0 B381A1";

}  // namespace uketsuke::reader
