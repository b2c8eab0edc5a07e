#include "reader_model/rf/card_link.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reader_model/rf/air_time.h"
#include "tests/unit/reader_model/rf/scripted_card.h"

namespace uketsuke::reader {
namespace card_link_test {

// The scenarios are those of ISO/IEC 14443-4 Annex B, with their bytes: I-blocks 02 and 03, 12 and 13 with
// chaining; R(ACK) A2 and A3, R(NAK) B2 and B3; S(WTX) F2, S(DESELECT) C2.

using ::testing::ElementsAre;

/// A link to an active card with 16-byte frames (13 bytes of INF) and FWI 10.
struct ActiveLink {
  ScriptedCard card;
  CardLink link{card, {}};
  Bytes answer;

  explicit ActiveLink(const char* atqb = "50 01020304 000041E0 0001A0") {
    card.replies({atqb, "00"});
    EXPECT_TRUE(link.activate(Duration::zero()));
    card.heard.clear();
  }

  /// @return the answer in hexadecimal, or "lost"
  std::string ask(const std::string& hex) {
    return link.transceive(from_hex(hex), answer) ? to_hex(answer) : "lost";
  }
};

ScriptedCard::Reply corrupted(const std::string& hex) { return {hex, std::chrono::microseconds(200), true}; }

TEST(CardLink, CommandsAndAnswersTakeTurnsInBlockNumbers) {
  ActiveLink to;
  to.card.replies({"02 9000", "03 6A82", "02 9000"});
  EXPECT_EQ(to.ask("00A40000"), "9000");
  EXPECT_EQ(to.ask("00B00000"), "6A82");
  EXPECT_EQ(to.ask("00200080"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("0200A40000", "0300B00000", "0200200080"));
}

TEST(CardLink, ChainsACommandThatIsLongerThanTheCardsFrame) {
  ActiveLink to;
  to.card.replies({"A2", "A3", "02 9000"});
  EXPECT_EQ(to.ask("000102030405060708090A0B0C0D0E0F101112131415161718191A1B"), "9000");
  EXPECT_THAT(to.card.heard,
              ElementsAre("12000102030405060708090A0B0C", "130D0E0F10111213141516171819", "021A1B"));
}

TEST(CardLink, CommandThatFillsAFrameIsNotChained) {
  ActiveLink to;
  to.card.replies({"02 9000"});
  EXPECT_EQ(to.ask("000102030405060708090A0B0C"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("02000102030405060708090A0B0C"));
}

TEST(CardLink, PutsAChainedAnswerTogether) {
  ActiveLink to;
  to.card.replies({"12 0102", "13 0304", "02 059000"});
  EXPECT_EQ(to.ask("00B00000"), "01020304059000");
  EXPECT_THAT(to.card.heard, ElementsAre("0200B00000", "A3", "A2"));
}

TEST(CardLink, GrantsTheTimeThatTheCardAsksFor) {
  ActiveLink to;
  to.card.replies({"F2 05"});
  to.card.reply({"02 9000", waiting_time(10) * 5});
  EXPECT_EQ(to.ask("80FF0000"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("0280FF0000", "F205"));
}

TEST(CardLink, GrantedTimeHoldsForOneBlockOnly) {
  ActiveLink to;
  to.card.replies({"F2 05"});
  to.card.replies({"12 01"});
  to.card.reply({"03 9000", waiting_time(10) * 2});
  to.card.replies({"03 9000"});
  EXPECT_EQ(to.ask("80FF0000"), "019000");
  EXPECT_THAT(to.card.heard, ElementsAre("0280FF0000", "F205", "A3", "A3"));
}

TEST(CardLink, GrantedTimeDoesNotHoldForARepetition) {
  ActiveLink to;
  to.card.replies({"F2 05", ""});
  to.card.reply({"02 9000", waiting_time(10) * 2});
  to.card.replies({"02 9000"});
  EXPECT_EQ(to.ask("80FF0000"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("0280FF0000", "F205", "B2", "B2"));
}

TEST(CardLink, LostCardLeavesNoHalfAnswer) {
  ActiveLink to;
  to.card.replies({"12 0102"});
  EXPECT_EQ(to.ask("00B00000"), "lost");
  EXPECT_TRUE(to.answer.empty());
}

TEST(CardLink, DoesNotGrantAReservedMultiplier) {
  for (const char* request : {"F2 00", "F2 3C", "F2"}) {
    ActiveLink to;
    to.card.replies({request, "02 9000"});
    EXPECT_EQ(to.ask("80FF0000"), "9000");
    EXPECT_THAT(to.card.heard, ElementsAre("0280FF0000", "B2")) << request;
  }
}

TEST(CardLink, CardThatWantsTimeForEverIsLost) {
  ActiveLink to;
  for (int i = 0; i < 100'000; ++i) to.card.replies({"F2 3B"});
  EXPECT_EQ(to.ask("80FF0000"), "lost");
  EXPECT_GE(to.link.now(), LinkSettings{}.patience);
  EXPECT_LT(to.link.now(), 2 * LinkSettings{}.patience);
}

TEST(CardLink, AsksAgainAfterAnAnswerThatIsLost) {  // scenario 9
  ActiveLink to;
  to.card.replies({"", "02 9000"});
  EXPECT_EQ(to.ask("00A40000"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("0200A40000", "B2"));
}

TEST(CardLink, AsksAgainAfterAnAnswerThatIsCorrupted) {
  ActiveLink to;
  to.card.reply(corrupted("02 9000"));
  to.card.replies({"02 9000"});
  EXPECT_EQ(to.ask("00A40000"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("0200A40000", "B2"));
}

TEST(CardLink, SendsACommandAgainOnlyWhenTheCardSaysThatItHasNone) {  // scenario 8
  ActiveLink to;
  to.card.replies({"", "A3", "02 9000"});
  EXPECT_EQ(to.ask("00A40000"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("0200A40000", "B2", "0200A40000"));
}

TEST(CardLink, ChainGoesOnAfterALostAcknowledgement) {
  ActiveLink to;
  to.card.replies({"", "A2", "03 9000"});
  EXPECT_EQ(to.ask("000102030405060708090A0B0C0D"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("12000102030405060708090A0B0C", "B2", "030D"));
}

TEST(CardLink, ChainsBlockIsSentAgainWhereTheCardHasNotGotIt) {
  ActiveLink to;
  to.card.replies({"A2", "", "A2", "03 9000"});
  EXPECT_EQ(to.ask("000102030405060708090A0B0C0D"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("12000102030405060708090A0B0C", "030D", "B3", "030D"));
}

TEST(CardLink, AcknowledgesAgainWhereABlockOfTheAnswerIsLost) {  // rule 5
  ActiveLink to;
  to.card.replies({"12 01", "", "03 9000"});
  EXPECT_EQ(to.ask("00B00000"), "019000");
  EXPECT_THAT(to.card.heard, ElementsAre("0200B00000", "A3", "A3"));
}

TEST(CardLink, AsksAgainForALostRequestForTime) {
  ActiveLink to;
  to.card.reply(corrupted("F2 05"));
  to.card.replies({"F2 05", "02 9000"});
  EXPECT_EQ(to.ask("80FF0000"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("0280FF0000", "B2", "F205"));
}

TEST(CardLink, AnswerBeyondTheWaitingTimeIsNotHeard) {
  ActiveLink to;
  to.card.reply({"02 9000", waiting_time(10) + Duration(1)});
  to.card.replies({"02 9000"});
  to.ask("00A40000");
  EXPECT_THAT(to.card.heard, ElementsAre("0200A40000", "B2"));
}

TEST(CardLink, AnswerAtTheVeryEndOfTheWaitingTimeIsHeard) {
  ActiveLink to;
  to.card.reply({"02 9000", waiting_time(10)});
  EXPECT_EQ(to.ask("00A40000"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("0200A40000"));
}

TEST(CardLink, MuteCardIsLostAfterTheRetriesAndStaysLost) {
  ActiveLink to;
  EXPECT_EQ(to.ask("00A40000"), "lost");
  EXPECT_THAT(to.card.heard, ElementsAre("0200A40000", "B2", "B2", "B2"));
  EXPECT_FALSE(to.link.active());
  EXPECT_EQ(to.ask("00A40000"), "lost");
  EXPECT_EQ(to.card.heard.size(), 4U);
}

TEST(CardLink, CardThatNeverTakesTheCommandIsLost) {
  ActiveLink to;
  for (int i = 0; i < 1'000; ++i) to.card.replies({"A3"});
  EXPECT_EQ(to.ask("00A40000"), "lost");
  EXPECT_THAT(to.card.heard, ElementsAre("0200A40000", "0200A40000", "0200A40000", "0200A40000"));
}

TEST(CardLink, CardThatChainsForEverIsLost) {
  ActiveLink to;
  const std::string information(2 * 253, '0');
  for (int i = 0; i < 400; ++i) to.card.replies({(i % 2 == 0 ? "12" : "13") + information});
  EXPECT_EQ(to.ask("00B00000"), "lost");
  EXPECT_LT(to.card.heard.size(), 300U);
}

TEST(CardLink, BlocksOfAnotherNumberOrCardAreNoAnswer) {
  for (const char* block : {"03 9000", "0A 00 9000", "06 00 9000", "A2 00", "B2", "C2", "E2", "FF"}) {
    ActiveLink to;
    to.card.replies({block, "02 9000"});
    EXPECT_EQ(to.ask("00A40000"), "9000") << block;
    EXPECT_THAT(to.card.heard, ElementsAre("0200A40000", "B2")) << block;
  }
}

TEST(CardLink, FrameThatIsLongerThanItTakesIsInvalid) {
  ActiveLink to;
  to.card.replies({"02" + std::string(2 * 254, '0'), "02 9000"});
  EXPECT_EQ(to.ask("00A40000"), "9000");
  EXPECT_THAT(to.card.heard, ElementsAre("0200A40000", "B2"));
}

TEST(CardLink, DeselectsAgainUntilTheCardConfirms) {  // rule 8
  ActiveLink to;
  to.card.replies({"", "C2"});
  to.link.deselect();
  EXPECT_THAT(to.card.heard, ElementsAre("C2", "C2"));
  EXPECT_FALSE(to.link.active());
}

TEST(CardLink, SwitchesToTheAgreedBitRateAfterAttrib) {
  ScriptedCard card;
  LinkSettings settings;
  settings.bit_rate = 424;
  CardLink link(card, settings);
  card.replies({kAtqb, "00"});
  ASSERT_TRUE(link.activate(Duration::zero()));
  card.bit_rate = 424;
  card.replies({"02 9000"});
  const Duration before = link.now();
  Bytes answer;
  ASSERT_TRUE(link.transceive(from_hex("00A40000"), answer));
  EXPECT_EQ(link.now() - before,
            tr2(0) + frame_time(7, 424) + std::chrono::microseconds(200) + frame_time(5, 424));
}

TEST(CardLink, ResetsTheFieldWhereAttribIsNotAnswered) {
  ScriptedCard card;
  CardLink link(card, {});
  card.replies({kAtqb, "", kAtqb, "00"});
  EXPECT_TRUE(link.activate(Duration::zero()));
  ASSERT_EQ(card.field.size(), 3U);
  EXPECT_FALSE(card.field.at(1).second);
  EXPECT_EQ(card.field.at(2).first - card.field.at(1).first, LinkSettings{}.field_guard);
}

TEST(CardLink, GivesTheCardTimeToStart) {
  ScriptedCard card;
  CardLink link(card, {});
  card.replies({kAtqb, "00"});
  link.activate(std::chrono::seconds(1));
  EXPECT_EQ(card.ends.front(), std::chrono::seconds(1) + LinkSettings{}.field_guard + frame_time(5, 106));
}

TEST(CardLink, DoesNotSendBeforeTheCardsPauseIsOver) {
  ActiveLink to;
  to.card.replies({"02 9000", "03 9000"});
  to.ask("00A40000");
  const Duration answered = to.link.now();
  to.ask("00A40000");
  EXPECT_EQ(to.card.ends.back(), answered + tr2(0) + frame_time(7, 106));
}

struct Listener : FrameObserver {
  std::vector<std::string> seen;
  std::vector<std::pair<Duration, Duration>> times;
  void field(Duration, bool on) override { seen.push_back(on ? "on" : "off"); }
  void frame(const AirFrame& frame) override {
    seen.push_back((frame.sender == FrameSender::pcd ? "> " : "< ") + to_hex(frame.bytes));
    times.emplace_back(frame.begin, frame.end);
  }
};

TEST(CardLink, TellsTheObserverEveryFrameWithItsCrc) {
  ScriptedCard card;
  Listener listener;
  CardLink link(card, {}, &listener);
  card.replies({kAtqb, "00", "02 9000"});
  link.activate(Duration::zero());
  Bytes answer;
  link.transceive(from_hex("00A40000"), answer);
  link.switch_off(link.now());
  ASSERT_EQ(listener.seen.size(), 8U);
  EXPECT_EQ(listener.seen.front(), "on");
  EXPECT_EQ(listener.seen.at(1).substr(0, 8), "> 050008");
  EXPECT_EQ(listener.seen.at(1).size(), 2U + 2 * 5);
  EXPECT_EQ(listener.seen.at(6).substr(0, 8), "< 029000");
  EXPECT_EQ(listener.seen.back(), "off");
  for (std::size_t i = 1; i < listener.times.size(); ++i) {
    EXPECT_GT(listener.times[i].first, listener.times[i - 1].second);
  }
}

}  // namespace card_link_test
}  // namespace uketsuke::reader
