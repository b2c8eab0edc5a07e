#include "reader_model/rf/antenna.h"

#include <gmock/gmock.h>

#include <cmath>

#include "tests/unit/reader_model/rf/scripted_card.h"

namespace uketsuke::reader {
namespace antenna_test {

using ::testing::ElementsAre;

/// Everything that happened on the air, as text: `pcd 106 050008` without CRC_B, `on`, `off`.
class Listener : public FrameObserver {
 public:
  std::vector<std::string> heard;
  std::vector<std::pair<Duration, Duration>> times;

  void field(Duration, bool on) override { heard.emplace_back(on ? "on" : "off"); }
  void frame(const AirFrame& frame) override {
    heard.push_back((frame.sender == FrameSender::pcd ? "pcd " : "picc ") + std::to_string(frame.bit_rate) +
                    " " + to_hex(Bytes(frame.bytes.begin(), frame.bytes.end() - 2)));
    times.emplace_back(frame.begin, frame.end);
  }
};

/// Microseconds of a frame with this number of bytes, including CRC_B, by ISO/IEC 14443-3, 7.1: SOF of 12
/// etu, 10 etu a character, EOF of 10 etu; an etu is 128 periods of 13.56 MHz at 106 kbit/s.
double on_air(unsigned bytes, unsigned egt_sum = 0) { return (12 + 10 * bytes + 10 + egt_sum) * 128 / 13.56; }

double microseconds(Duration time) { return std::chrono::duration<double, std::micro>(time).count(); }

struct Air {
  ScriptedCard card;
  Listener listener;
  Antenna antenna;

  explicit Air(unsigned egt = 0) : antenna(card, egt, &listener) { antenna.switch_on(); }

  Heard ask(const std::string& hex, Duration patience = std::chrono::milliseconds(5)) {
    antenna.frame() = from_hex(hex);
    return antenna.exchange(patience);
  }
};

TEST(Antenna, TheAnswerComesWithoutItsCrc) {
  Air air;
  air.card.replies({kAtqb});
  EXPECT_EQ(air.ask("050008"), Heard::frame);
  EXPECT_EQ(air.antenna.answer(), from_hex(kAtqb));
  EXPECT_THAT(air.card.heard, ElementsAre("050008"));
}

TEST(Antenna, FrameDelayAndAnswerTakeTheirTimeOnTheAir) {
  Air air;
  air.card.reply({"00", std::chrono::microseconds(200)});
  air.ask("050008");  // five bytes with CRC_B; the answer has three
  EXPECT_NEAR(microseconds(air.antenna.now()), on_air(5) + 200 + on_air(3), 0.01);
}

TEST(Antenna, ExtraGuardTimeLiesBetweenTheReadersCharacters) {
  Air air(3);
  air.card.replies({""});
  air.ask("050008", Duration::zero());
  EXPECT_NEAR(microseconds(air.antenna.now()), on_air(5, 4 * 3), 0.01);  // four gaps of three etu
}

TEST(Antenna, AtFourTimesTheBitRateAFrameTakesAQuarter) {
  Air air;
  air.antenna.set_bit_rates({424, 106});
  air.ask("050008", Duration::zero());
  EXPECT_NEAR(microseconds(air.antenna.now()), on_air(5) / 4, 0.01);
}

TEST(Antenna, SilenceLastsAsLongAsItsPatience) {
  Air air;
  EXPECT_EQ(air.ask("050008", std::chrono::milliseconds(5)), Heard::nothing);
  EXPECT_NEAR(microseconds(air.antenna.now()), on_air(5) + 5000, 0.01);
  EXPECT_TRUE(air.antenna.answer().empty());
}

TEST(Antenna, AnAnswerThatBeginsTooLateIsNotHeard) {
  Air air;
  air.card.reply({"00", std::chrono::microseconds(301)});
  EXPECT_EQ(air.ask("050008", std::chrono::microseconds(300)), Heard::nothing);
  EXPECT_THAT(air.listener.heard, ElementsAre("on", "pcd 106 050008"));
}

TEST(Antenna, AnAnswerThatBeginsAtTheLastMomentIsHeard) {
  Air air;
  air.card.reply({"00", std::chrono::microseconds(300)});
  EXPECT_EQ(air.ask("050008", std::chrono::microseconds(300)), Heard::frame);
}

TEST(Antenna, AWrongCrcIsGarbage) {
  Air air;
  air.card.reply({kAtqb, std::chrono::microseconds(200), true});
  EXPECT_EQ(air.ask("050008"), Heard::garbage);
}

TEST(Antenna, AnotherBitRateThanAgreedIsGarbage) {
  Air air;
  air.card.bit_rate = 212;
  air.card.replies({"00"});
  EXPECT_EQ(air.ask("050008"), Heard::garbage);
}

// FSD 256: PCB, INF and CRC_B together.
TEST(Antenna, AFrameLongerThanTheReaderTakesIsGarbage) {
  for (const auto& [bytes, expected] : {std::pair{254, Heard::frame}, std::pair{255, Heard::garbage}}) {
    Air air;
    std::string hex;
    for (int i = 0; i < bytes; ++i) hex += "02";
    air.card.replies({hex});
    EXPECT_EQ(air.ask("050008"), expected) << bytes;
  }
}

// ISO/IEC 14443-3, 7.10.3: the least TR2 is 10 etu and 32 periods of the subcarrier (fc/16).
TEST(Antenna, TheNextFrameWaitsForTr2) {
  Air air;
  air.card.replies({"00", "00"});
  air.ask("050008");
  air.ask("050008");
  ASSERT_EQ(air.listener.times.size(), 4U);
  const Duration pause = air.listener.times[2].first - air.listener.times[1].second;
  EXPECT_NEAR(microseconds(pause), (10 * 128 + 32 * 16) / 13.56, 0.01);
}

TEST(Antenna, AfterSilenceNothingHasToBeWaitedFor) {
  Air air;
  air.ask("050008", std::chrono::milliseconds(1));
  const Duration before = air.antenna.now();
  air.ask("050008", std::chrono::milliseconds(1));
  EXPECT_EQ(air.listener.times.at(1).first, before);
}

TEST(Antenna, IdleOnlyGoesForward) {
  Air air;
  air.antenna.idle_until(std::chrono::milliseconds(5));
  air.antenna.idle_until(std::chrono::milliseconds(3));
  EXPECT_EQ(air.antenna.now(), std::chrono::milliseconds(5));
  EXPECT_EQ((air.ask("050008"), air.listener.times.at(0).first), Duration(std::chrono::milliseconds(5)));
}

TEST(Antenna, TheFrameToFillIsEmptyEveryTime) {
  Air air;
  air.antenna.frame().push_back(1);
  EXPECT_TRUE(air.antenna.frame().empty());
}

TEST(Antenna, ANewFieldBeginsAtTheLowestBitRate) {
  Air air;
  air.antenna.set_bit_rates({424, 424});
  air.antenna.switch_off(air.antenna.now());
  air.antenna.switch_on();
  air.card.replies({"00"});
  EXPECT_EQ(air.ask("050008"), Heard::frame);
  EXPECT_THAT(air.listener.heard, ElementsAre("on", "off", "on", "pcd 106 050008", "picc 106 00"));
}

TEST(Antenna, TheCardFeelsTheFieldAtTheTimeItIsLost) {
  Air air;
  air.antenna.idle_until(std::chrono::milliseconds(9));
  air.antenna.switch_off(std::chrono::milliseconds(4));
  EXPECT_THAT(air.card.field, ElementsAre(std::pair(Duration::zero(), true),
                                          std::pair(Duration(std::chrono::milliseconds(4)), false)));
}

TEST(Antenna, WorksWithoutAnObserver) {
  ScriptedCard card;
  card.replies({"00"});
  Antenna antenna(card, 0, nullptr);
  antenna.switch_on();
  antenna.frame() = from_hex("050008");
  EXPECT_EQ(antenna.exchange(std::chrono::milliseconds(5)), Heard::frame);
  antenna.switch_off(antenna.now());
}

}  // namespace antenna_test
}  // namespace uketsuke::reader
