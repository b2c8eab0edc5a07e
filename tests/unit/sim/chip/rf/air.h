#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reader_model/rf/crc_b.h"
#include "sim/chip/rf/type_b_card.h"

namespace uketsuke::chip {

/// An application that records its commands; answers `9000`, or as many bytes as the command's last byte
/// says.
class Recorder : public CardApplication {
 public:
  void power_on() override { powered = true; }
  void power_off() override { powered = false; }
  void tear_off(Duration since) override {
    torn.push_back(since);
    powered = false;
  }
  void transmit(ByteView command, Answer& answer) override {
    commands.push_back(to_hex(Bytes(command.begin(), command.end())));
    answer.bytes.assign(answer_bytes, 0x55);
    answer.bytes.push_back(0x90);
    answer.bytes.push_back(0x00);
    answer.processing = processing;
  }

  bool powered = false;
  std::size_t answer_bytes = 0;
  Duration processing = std::chrono::milliseconds(1);
  std::vector<std::string> commands;
  std::vector<Duration> torn;
};

/// A card in a field, addressed in hexadecimal.
class Air {
 public:
  explicit Air(LinkParameters link = {}, std::uint64_t seed = 7)
      : application(std::make_shared<Recorder>()), card(application, link, seed) {
    card.field_on(Duration::zero());
  }

  /// @param hex  without CRC_B
  /// @returns the answer without CRC_B; empty if the card is mute
  std::string send(const std::string& hex) {
    Bytes frame = from_hex(hex);
    reader::append_crc_b(frame);
    return send_raw(frame);
  }

  std::string send_raw(const Bytes& frame) {
    now += std::chrono::milliseconds(1);
    if (!card.receive({frame, bit_rate, now}, answer)) return "";
    EXPECT_TRUE(reader::crc_b_fits(answer.bytes));
    return to_hex(Bytes(answer.bytes.begin(), answer.bytes.end() - 2));
  }

  std::string pupi() const {
    const auto& pupi = card.atqb().pupi;
    return to_hex(Bytes(pupi.begin(), pupi.end()));
  }

  /// Sends REQB and ATTRIB.
  /// @param frame_size_code  FSD, 0 for 16 bytes
  void activate(const std::string& frame_size_code = "8", const std::string& cid = "00") {
    send("050000");
    EXPECT_EQ(send("1D" + pupi() + "000" + frame_size_code + "01" + cid), cid);
  }

  std::shared_ptr<Recorder> application;
  TypeBCard card;
  reader::CardFrame answer;
  Duration now = std::chrono::milliseconds(10);  ///< the card has started
  unsigned bit_rate = 106;
};

}  // namespace uketsuke::chip
