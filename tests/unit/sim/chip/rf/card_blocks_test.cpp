#include "sim/chip/rf/card_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/sim/chip/rf/air.h"

namespace uketsuke::chip {
namespace card_blocks_test {

// ISO/IEC 14443-4 Annex B from the card's side. I-blocks 02 and 03, with chaining 12 and 13; R(ACK) A2 and
// A3, R(NAK) B2 and B3; S(WTX) F2; +08 with CID.

using std::chrono::milliseconds;
using ::testing::ElementsAre;
using ::testing::SizeIs;

struct ActiveAir : Air {
  explicit ActiveAir(const std::string& frame_size_code = "8", const LinkParameters& link = {},
                     const std::string& cid = "00")
      : Air(link) {
    activate(frame_size_code, cid);
  }
};

LinkParameters with_fwi(unsigned fwi) {
  LinkParameters link;
  link.set_fwi(fwi);
  return link;
}

TEST(CardBlocks, AnswersInTheNumberOfTheCommand) {
  ActiveAir air;
  EXPECT_EQ(air.send("0200A40000"), "029000");
  EXPECT_EQ(air.send("0300B00000"), "039000");
  EXPECT_THAT(air.application->commands, ElementsAre("00A40000", "00B00000"));
}

TEST(CardBlocks, AnswersNoEarlierThanTheChipIsReady) {
  ActiveAir air;
  air.application->processing = milliseconds(40);
  air.send("0200A40000");
  EXPECT_EQ(air.answer.delay, milliseconds(40) + LinkParameters{}.tr1);
}

TEST(CardBlocks, PutsAChainedCommandTogether) {
  ActiveAir air;
  EXPECT_EQ(air.send("120011"), "A2");
  EXPECT_EQ(air.send("132233"), "A3");
  EXPECT_EQ(air.send("024455"), "029000");
  EXPECT_THAT(air.application->commands, ElementsAre("001122334455"));
}

TEST(CardBlocks, ChainsAnAnswerThatIsLongerThanTheReadersFrame) {
  ActiveAir air("0");  // 16 bytes: 13 of INF
  air.application->answer_bytes = 24;
  const std::string thirteen(2 * 13, '5');
  const std::string eleven(2 * 11, '5');
  EXPECT_EQ(air.send("0200B00000"), "12" + thirteen);
  EXPECT_EQ(air.send("A3"), "03" + eleven + "9000");
}

TEST(CardBlocks, AnswerThatFillsAFrameIsNotChained) {
  ActiveAir air("0");
  air.application->answer_bytes = 11;
  EXPECT_EQ(air.send("0200B00000"), "02" + std::string(2 * 11, '5') + "9000");
}

TEST(CardBlocks, RepeatsALostAnswerWithoutRunningTheCommandAgain) {  // rule 11
  ActiveAir air;
  EXPECT_EQ(air.send("0200200080"), "029000");
  EXPECT_EQ(air.send("B2"), "029000");
  EXPECT_EQ(air.send("B2"), "029000");
  EXPECT_THAT(air.application->commands, SizeIs(1));
}

TEST(CardBlocks, SaysThatItHasNotGotALostCommand) {  // rule 12
  ActiveAir air;
  EXPECT_EQ(air.send("B2"), "A3");
  EXPECT_EQ(air.send("0200200080"), "029000");
}

TEST(CardBlocks, HasNothingToRepeatBeforeTheFirstBlock) {
  ActiveAir air;
  EXPECT_EQ(air.send("B3"), "");
  EXPECT_EQ(air.send("A3"), "");
}

TEST(CardBlocks, RepeatsTheLastBlockOfAChain) {
  ActiveAir air("0");
  air.application->answer_bytes = 24;
  const std::string first = air.send("0200B00000");
  EXPECT_EQ(air.send("B2"), first);
  const std::string second = air.send("A3");
  EXPECT_EQ(air.send("A3"), second);
  EXPECT_EQ(second, "03" + std::string(2 * 11, '5') + "9000");
}

TEST(CardBlocks, RepeatsItsAcknowledgement) {
  ActiveAir air;
  EXPECT_EQ(air.send("120011"), "A2");
  EXPECT_EQ(air.send("B2"), "A2");
  EXPECT_EQ(air.send("032233"), "039000");
  EXPECT_THAT(air.application->commands, ElementsAre("00112233"));
}

TEST(CardBlocks, BlockThatRepeatsANumberRunsNothing) {
  ActiveAir air;
  air.send("0200200080");
  EXPECT_EQ(air.send("0200200080"), "");
  EXPECT_THAT(air.application->commands, SizeIs(1));
}

TEST(CardBlocks, AcknowledgementWithoutAChainIsIgnored) {
  ActiveAir air;
  air.send("0200200080");
  EXPECT_EQ(air.send("A3"), "");
}

TEST(CardBlocks, AsksForTimeWhenTheChipNeedsLongerThanTheWaitingTime) {
  ActiveAir air("8", with_fwi(4));  // 4.8 ms
  air.application->processing = milliseconds(250);
  const Duration waiting = reader::waiting_time(4);
  const std::string request = air.send("02802A0080");
  EXPECT_EQ(request.substr(0, 2), "F2");
  EXPECT_LT(air.answer.delay, waiting);
  const unsigned multiplier = from_hex(request)[1];
  EXPECT_LE(multiplier, 59U);
  EXPECT_GE(waiting * multiplier, milliseconds(250) - air.answer.delay);
  air.now += air.answer.delay;
  EXPECT_EQ(air.send(request), "029000");
  EXPECT_LE(air.answer.delay, waiting * multiplier);
}

TEST(CardBlocks, NeedsNoMoreTimeThanFwi10Gives) {  // the card of docs/card-facts.md §5.1: 309 ms
  ActiveAir air;
  air.application->processing = milliseconds(250);
  EXPECT_EQ(air.send("02802A0080"), "029000");
}

TEST(CardBlocks, AsksAgainUntilTheChipIsReady) {
  LinkParameters link = with_fwi(4);
  link.most_extension = 4;
  ActiveAir air("8", link);
  air.application->processing = milliseconds(250);
  int requests = 0;
  std::string heard = air.send("02802A0080");
  for (; heard == "F204"; heard = air.send(heard)) {
    air.now += air.answer.delay;
    ++requests;
  }
  EXPECT_GE(requests, 250 / 20);
  EXPECT_LE(requests, 250 / 15);
  while (heard.substr(0, 2) == "F2") heard = air.send(heard);
  EXPECT_EQ(heard, "029000");
  EXPECT_THAT(air.application->commands, SizeIs(1));
}

TEST(CardBlocks, RepeatsItsRequestForTimeAndTheAnswerAfterIt) {
  ActiveAir air("8", with_fwi(4));
  air.application->processing = milliseconds(200);
  const std::string request = air.send("02802A0080");
  EXPECT_EQ(air.send("B2"), request);
  EXPECT_EQ(air.send(request), "029000");
  EXPECT_EQ(air.send("B2"), "029000");
  EXPECT_THAT(air.application->commands, SizeIs(1));
}

TEST(CardBlocks, ConfirmationThatNobodyAskedForIsIgnored) {
  ActiveAir air("8", with_fwi(4));
  EXPECT_EQ(air.send("F205"), "");
  air.application->processing = milliseconds(200);
  air.send("02802A0080");
  EXPECT_EQ(air.send("F201"), "");  // another multiplier
  EXPECT_EQ(air.send("F2"), "");
}

TEST(CardBlocks, TakesNoOtherCommandWhileItWaitsForTime) {
  ActiveAir air("8", with_fwi(4));
  air.application->processing = milliseconds(200);
  air.send("02802A0080");
  EXPECT_EQ(air.send("0300200080"), "");
  EXPECT_THAT(air.application->commands, SizeIs(1));
}

TEST(CardBlocks, AnswersWithTheCidThatItWasAskedWith) {
  ActiveAir air;
  EXPECT_EQ(air.send("0A0000A40000"), "0A009000");
  EXPECT_EQ(air.send("0300A40000"), "039000");
  EXPECT_EQ(air.send("0A0500A40000"), "");
}

TEST(CardBlocks, CardWithACidAnswersNoBlockWithout) {
  ActiveAir air("8", {}, "05");
  EXPECT_EQ(air.send("0200A40000"), "");
  EXPECT_EQ(air.send("0A0500A40000"), "0A059000");
}

TEST(CardBlocks, BlockWithANodeAddressIsIgnored) {
  ActiveAir air;
  EXPECT_EQ(air.send("060000A40000"), "");
}

TEST(CardBlocks, BlocksOfUnknownFormAreIgnored) {
  ActiveAir air;
  for (const char* block : {"00", "22", "42", "82", "A0", "A200", "B200", "C200", "D2", "E2", "FF"}) {
    EXPECT_EQ(air.send(block), "") << block;
  }
  EXPECT_EQ(air.send("0200A40000"), "029000");
}

TEST(CardBlocks, EmptyCommandIsACommand) {
  ActiveAir air;
  EXPECT_EQ(air.send("02"), "029000");
  EXPECT_THAT(air.application->commands, ElementsAre(""));
}

TEST(CardBlocks, ChainWithoutEndIsKeptToTheLongestCommand) {
  ActiveAir air;
  const std::string information(2 * 253, '0');
  for (int i = 0; i < 1'000; ++i)
    ASSERT_EQ(air.send((i % 2 == 0 ? "12" : "13") + information), i % 2 == 0 ? "A2" : "A3");
  air.send("0200");
  ASSERT_THAT(air.application->commands, SizeIs(1));
  EXPECT_EQ(air.application->commands.front().size(), 2U * (4 + 3 + 65'535 + 2 + 1));
}

}  // namespace card_blocks_test
}  // namespace uketsuke::chip
