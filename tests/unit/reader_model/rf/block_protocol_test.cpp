#include "reader_model/rf/block_protocol.h"

#include <gmock/gmock.h>

#include "reader_model/rf/air_time.h"
#include "tests/unit/reader_model/rf/scripted_card.h"

namespace uketsuke::reader {
namespace block_protocol_test {

// Rules are those of ISO/IEC 14443-4, 7.5.4 (A to E, 1 to 9); bytes those of its Annex B.

using ::testing::ElementsAre;

struct Protocol {
  ScriptedCard card;
  LinkSettings settings;
  Antenna antenna{card, 0, nullptr};
  BlockProtocol protocol;
  Bytes answer;

  explicit Protocol(LinkSettings with = {}, std::size_t frame_size = 16)
      : settings(with), protocol(antenna, settings) {
    antenna.switch_on();
    begin(frame_size);
  }
  void begin(std::size_t frame_size) {
    ActiveCard active;
    active.frame_size = frame_size;
    active.waiting_time = std::chrono::milliseconds(10);
    protocol.begin(active);
  }
  std::string ask(const std::string& hex) {
    return protocol.transceive(from_hex(hex), answer) ? to_hex(answer) : "lost";
  }
};

LinkSettings retrying(unsigned times) {
  LinkSettings settings;
  settings.retries = times;
  return settings;
}

TEST(BlockProtocol, RuleAANewCardBeginsWithBlockNumberZero) {
  Protocol with;
  with.card.replies({"02 9000"});
  with.ask("00A40000");
  with.begin(16);
  with.card.replies({"02 9000"});
  EXPECT_EQ(with.ask("00A40000"), "9000");
  EXPECT_THAT(with.card.heard, ElementsAre("0200A40000", "0200A40000"));
}

// FSC counts PCB and CRC_B: INF has three bytes less.
TEST(BlockProtocol, TheCardsFrameSizeLimitsTheInf) {
  Protocol with({}, 32);
  with.card.replies({"A2", "03 9000"});
  std::string command;
  for (int i = 0; i < 30; ++i) command += "00";
  with.ask(command);
  ASSERT_FALSE(with.card.heard.empty());
  EXPECT_EQ(with.card.heard[0].size() / 2, 1U + 29U);
}

TEST(BlockProtocol, AnEmptyCommandIsABlockWithoutInf) {
  Protocol with;
  with.card.replies({"02 6700"});
  EXPECT_EQ(with.ask(""), "6700");
  EXPECT_THAT(with.card.heard, ElementsAre("02"));
}

TEST(BlockProtocol, Rule4SilenceIsAnsweredWithANak) {
  Protocol with;
  with.card.replies({"", "02 9000"});
  EXPECT_EQ(with.ask("00A40000"), "9000");
  EXPECT_THAT(with.card.heard, ElementsAre("0200A40000", "B2"));
}

TEST(BlockProtocol, Rule5InAChainedAnswerSilenceIsAnsweredWithAnAck) {
  Protocol with;
  with.card.replies({"12 01", "", "03 9000"});
  EXPECT_EQ(with.ask("00B00000"), "019000");
  EXPECT_THAT(with.card.heard, ElementsAre("0200B00000", "A3", "A3"));
}

TEST(BlockProtocol, Rule6AnAckOfTheOldNumberAsksForTheBlockAgain) {
  Protocol with;
  with.card.replies({"A3", "02 9000"});
  EXPECT_EQ(with.ask("00A40000"), "9000");
  EXPECT_THAT(with.card.heard, ElementsAre("0200A40000", "0200A40000"));
}

TEST(BlockProtocol, ACardThatNeverGetsABlockIsGivenUp) {
  Protocol with(retrying(2));
  with.card.replies({"A3", "A3", "A3", "A3"});
  EXPECT_EQ(with.ask("00A40000"), "lost");
  EXPECT_EQ(with.card.heard.size(), 3U);  // the block and two repetitions
}

TEST(BlockProtocol, AfterTheLastRetryTheCardIsLost) {
  for (const unsigned retries : {0U, 1U, 5U}) {
    Protocol with(retrying(retries));
    EXPECT_EQ(with.ask("00A40000"), "lost");
    EXPECT_EQ(with.card.heard.size(), retries + 1U);
  }
}

TEST(BlockProtocol, AnAcknowledgedWholeCommandIsNoAnswer) {
  Protocol with;
  with.card.replies({"A2"});
  EXPECT_EQ(with.ask("00A40000"), "lost");
}

TEST(BlockProtocol, AnAnswerToHalfACommandIsNone) {
  Protocol with;
  with.card.replies({"02 9000"});
  EXPECT_EQ(with.ask("000102030405060708090A0B0C0D0E0F"), "lost");
}

TEST(BlockProtocol, ABlockOfTheOtherNumberIsAskedForAgain) {
  Protocol with;
  with.card.replies({"03 6A82", "02 9000"});
  EXPECT_EQ(with.ask("00A40000"), "9000");
  EXPECT_THAT(with.card.heard, ElementsAre("0200A40000", "B2"));
}

// The reader gave neither CID nor NAD at activation (7.1.2), so no block may have them.
TEST(BlockProtocol, ABlockWithCidOrNadIsInvalid) {
  for (const char* block : {"0A 00 9000", "06 00 9000"}) {
    Protocol with;
    with.card.replies({block, "02 9000"});
    EXPECT_EQ(with.ask("00A40000"), "9000") << block;
    EXPECT_EQ(with.card.heard.back(), "B2");
  }
}

TEST(BlockProtocol, ACardThatAsksForTimeForEverIsGivenUp) {
  LinkSettings settings;
  settings.patience = std::chrono::milliseconds(50);
  Protocol with(settings);
  for (int i = 0; i < 200; ++i) with.card.reply({"F2 01", std::chrono::milliseconds(5)});
  EXPECT_EQ(with.ask("00A40000"), "lost");
  EXPECT_GE(with.antenna.now(), std::chrono::milliseconds(50));
  EXPECT_LT(with.antenna.now(), std::chrono::milliseconds(70));
}

TEST(BlockProtocol, APowerLevelInTheRequestIsNotConfirmed) {
  Protocol with;
  with.card.replies({"F2 C5", "02 9000"});
  EXPECT_EQ(with.ask("00A40000"), "9000");
  EXPECT_THAT(with.card.heard, ElementsAre("0200A40000", "F205"));
}

// 7.3: FWT_TEMP is at most FWT_MAX, 4,949 ms.
TEST(BlockProtocol, ExtendedTimeIsCappedAtTheGreatestWaitingTime) {
  Protocol with(retrying(0));
  ActiveCard slow;
  slow.frame_size = 16;
  slow.waiting_time = std::chrono::seconds(2);
  with.protocol.begin(slow);
  with.card.replies({"F2 3B"});  // 59 times
  with.card.reply({"02 9000", std::chrono::milliseconds(4950)});
  EXPECT_EQ(with.ask("00A40000"), "lost");
}

// 65,536 bytes and SW1 SW2 (ISO/IEC 7816-4); 250 bytes of INF in each block.
TEST(BlockProtocol, AnAnswerLongerThanAnyApduIsRefused) {
  Protocol with;
  std::string inf;
  for (int i = 0; i < 250; ++i) inf += "00";
  for (int i = 0; i < 263; ++i) with.card.replies({(i % 2 == 0 ? "12 " : "13 ") + inf});
  EXPECT_EQ(with.ask("00B00000"), "lost");
  EXPECT_EQ(with.card.heard.size(), 263U);  // 262 blocks have 65,500 bytes, the next is too much
}

TEST(BlockProtocol, Rule8ADeselectIsRepeatedUntilItIsConfirmed) {
  Protocol with;
  with.card.replies({"", "C2"});
  EXPECT_TRUE(with.protocol.deselect());
  EXPECT_THAT(with.card.heard, ElementsAre("C2", "C2"));
}

TEST(BlockProtocol, ACardThatDoesNotConfirmTheDeselectIsSaidSo) {
  Protocol with(retrying(1));
  with.card.replies({"02 9000", ""});
  EXPECT_FALSE(with.protocol.deselect());
  EXPECT_EQ(with.card.heard.size(), 2U);
}

}  // namespace block_protocol_test
}  // namespace uketsuke::reader
