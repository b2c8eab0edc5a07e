#include "reader_model/rf/rf_front_end.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kernel/main.h"
#include "kernel/time.h"
#include "reader_model/rf/air_time.h"
#include "tests/unit/reader_model/rf/scripted_card.h"

namespace uketsuke::reader {
namespace rf_front_end_test {

using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr Duration kReply = microseconds(200);

/// Time from field on to the end of the answer to ATTRIB, computed from the standard.
Duration activation() {
  return milliseconds(5) + frame_time(5, 106) + kReply + frame_time(14, 106) + tr2(0) + frame_time(11, 106) +
         kReply + frame_time(3, 106);
}

/// The front end's answer to one call in a thread process, and its time.
struct Heard {
  std::optional<Bytes> answer;
  Duration at{};
  bool had_card = false;
  bool has_card = false;
};

struct Talk : sc_core::sc_module {
  RfFrontEnd& rf;
  Heard& heard;
  Talk(sc_core::sc_module_name name, RfFrontEnd& front_end, Heard& result)
      : sc_module(name), rf(front_end), heard(result) {
    SC_HAS_PROCESS(Talk);
    SC_THREAD(run);
  }
  void run() {
    heard.had_card = rf.has_card();
    heard.answer = rf.transceive(from_hex("00A40000"));
    heard.at = sc_now();
    heard.has_card = rf.has_card();
  }
};

struct Listener : FrameObserver {
  std::vector<std::pair<Duration, std::string>> seen;
  void field(Duration at, bool on) override { seen.emplace_back(at, on ? "on" : "off"); }
  void frame(const AirFrame& frame) override {
    seen.emplace_back(frame.end, to_hex(frame.bytes).substr(0, 2));
  }
};

/// @param pulled when the card leaves; empty: it stays
Heard ask(const std::shared_ptr<ScriptedCard>& card, std::optional<Duration> pulled = std::nullopt,
          FrameObserver* observer = nullptr) {
  Heard heard;
  in_systemc([&] {
    record::Record record;
    record.set_clock([] { return sc_now(); });
    RfFrontEnd rf("rf", LinkSettings{}, record);
    if (observer != nullptr) rf.observe(*observer);
    rf.card_entered(card);
    Talk talk("talk", rf, heard);
    if (pulled) {
      sc_core::sc_start(to_sc_time(*pulled));
      rf.card_left();
    }
    sc_core::sc_start();
  });
  return heard;
}

std::shared_ptr<ScriptedCard> card_with(const std::vector<std::string>& replies) {
  auto card = std::make_shared<ScriptedCard>();
  card->replies(replies);
  return card;
}

TEST(RfFrontEnd, FirstAnswerComesAfterActivationAndBothFrames) {
  const Heard heard = ask(card_with({kAtqb, "00", "02 9000"}));
  EXPECT_EQ(heard.answer, from_hex("9000"));
  EXPECT_EQ(heard.at, activation() + tr2(0) + frame_time(7, 106) + kReply + frame_time(5, 106));
}

TEST(RfFrontEnd, CardPulledInTheMiddleLosesTheFieldAtThatNanosecond) {
  const auto card = card_with({kAtqb, "00", "02 9000"});
  const Duration pulled = activation() + Duration(123'457);
  const Heard heard = ask(card, pulled);
  EXPECT_EQ(heard.answer, std::nullopt);
  EXPECT_EQ(heard.at, pulled);
  EXPECT_EQ(card->field.back(), std::make_pair(pulled, false));
}

TEST(RfFrontEnd, CardThatDoesNotAnswerTheFieldIsNotThere) {
  const Heard heard = ask(std::make_shared<ScriptedCard>());
  EXPECT_FALSE(heard.had_card);
  EXPECT_EQ(heard.answer, std::nullopt);
  EXPECT_EQ(heard.at, Duration::zero());
}

TEST(RfFrontEnd, CardThatFallsSilentIsGivenUpAndLosesTheField) {
  const auto card = card_with({kAtqb, "00"});
  const Heard heard = ask(card);
  EXPECT_TRUE(heard.had_card);
  EXPECT_EQ(heard.answer, std::nullopt);
  EXPECT_FALSE(heard.has_card);
  EXPECT_GT(heard.at, 4 * waiting_time(10));
  EXPECT_EQ(card->field.back(), std::make_pair(heard.at, false));
}

TEST(RfFrontEnd, ObserverIsToldOfNoFrameThatNeverEnded) {
  Listener listener;
  const Duration pulled = activation() + tr2(0) + frame_time(7, 106) + kReply + Duration(1);
  ask(card_with({kAtqb, "00", "02 9000"}), pulled, &listener);
  std::vector<std::string> kinds;
  for (const auto& [at, what] : listener.seen) {
    kinds.push_back(what);
    EXPECT_LE(at, pulled);
  }
  EXPECT_THAT(kinds, ::testing::ElementsAre("on", "05", "50", "1D", "00", "02", "off"));
}

}  // namespace rf_front_end_test
}  // namespace uketsuke::reader
