#include "reports/trace/follower.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/trace/air.h"

namespace uketsuke::trace {
namespace follower_test {

/// Gives blocks to a follower as they are on the air, with block numbers as ISO/IEC 14443-4 has them.
class FollowerTest : public ::testing::Test {
 protected:
  Follower follower;

  Passage send(bool from_card, std::string_view hex) {
    const Bytes frame = air(hex);
    return follower.information(from_card, parse_block(frame).value(), frame);
  }
  Passage reader(std::string_view hex) { return send(false, hex); }
  Passage card(std::string_view hex) { return send(true, hex); }

  /// The application text support with the EF of the My Number, as two exchanges.
  void select_my_number() {
    reader("02 00A4040C0AD3921000310001010408");
    card("02 9000");
    reader("03 00A4020C020001");
    card("03 9000");
  }
};

TEST_F(FollowerTest, ABlockWithoutChainingIsAWholeCommand) {
  const Passage passage = reader("02 00840000 08");
  EXPECT_TRUE(passage.begins);
  EXPECT_TRUE(passage.ends);
  EXPECT_FALSE(passage.repeated);
  EXPECT_EQ(follower.exchange().instruction(), 0x84);
  EXPECT_EQ(follower.exchange().sent, 5U);
}

TEST_F(FollowerTest, ChainedBlocksMakeOneCommand) {
  const Passage first = reader("12 00A404");
  EXPECT_TRUE(first.begins);
  EXPECT_FALSE(first.ends);
  const Passage second = reader("03 0C0AD392F000260100000001");
  EXPECT_FALSE(second.begins);
  EXPECT_TRUE(second.ends);
  EXPECT_EQ(follower.exchange().sent, 15U);
  EXPECT_EQ(follower.exchange().head[4], 0x0A);
}

// ISO/IEC 14443-4, 7.5.4.2, rule 6: a block that is sent again has its old number.
TEST_F(FollowerTest, ARepeatedBlockCountsOnce) {
  reader("12 00A404");
  EXPECT_TRUE(reader("12 00A404").repeated);
  EXPECT_EQ(follower.exchange().sent, 3U);
}

TEST_F(FollowerTest, ARepeatedAnswerCountsOnce) {
  reader("02 00840000 08");
  card("02 1122334455667788 9000");
  EXPECT_TRUE(card("02 1122334455667788 9000").repeated);
  EXPECT_EQ(follower.exchange().received, 10U);
}

TEST_F(FollowerTest, AReceiptMovesTheNumberOfItsSide) {
  card("02 9000");
  follower.receipt(true, parse_block(air("A3")).value());
  EXPECT_FALSE(card("02 9000").repeated) << "the card's last block was R(ACK) 1";
}

TEST_F(FollowerTest, WhatASelectionSelectsHoldsForTheNextCommand) {
  select_my_number();
  reader("02 00B0000000");
  EXPECT_EQ(follower.exchange().application, Application::text_support);
  EXPECT_EQ(follower.exchange().file, 0x0001);
}

TEST_F(FollowerTest, AFailedSelectionSelectsNothing) {
  reader("02 00A4040C0AD392F000260100000001");
  card("02 6A82");
  reader("03 00B0000000");
  EXPECT_EQ(follower.exchange().application, Application::unknown);
}

TEST_F(FollowerTest, ANewApplicationHasNoFileSelected) {
  select_my_number();
  reader("02 00A4040C0AD392F000260100000001");
  card("02 9000");
  reader("03 00B0000000");
  EXPECT_EQ(follower.exchange().application, Application::jpki);
  EXPECT_EQ(follower.exchange().file, 0);
}

TEST_F(FollowerTest, AReadByShortIdentifierSelectsItsFile) {
  reader("02 00A4040C0AD392F000260100000001");
  card("02 9000");
  reader("03 00B08A0000");
  card("03 3082 9000");
  reader("02 00B0010000");
  EXPECT_EQ(follower.exchange().file, 0x000A);
}

TEST_F(FollowerTest, ThePinOfAVerifyIsHiddenAndItsHeaderIsNot) {
  const Passage passage = reader("02 00200080 04 31323334");
  EXPECT_EQ(passage.hide_begin, 5U);
  EXPECT_EQ(passage.hide_end, 9U);
}

TEST_F(FollowerTest, APinCutByChainingIsHiddenInBothBlocks) {
  const Passage first = reader("12 00200080 04 31");
  EXPECT_EQ(first.hide_begin, 5U);
  EXPECT_EQ(first.hide_end, 6U);
  const Passage second = reader("03 323334");
  EXPECT_EQ(second.hide_begin, 0U);
  EXPECT_EQ(second.hide_end, 3U);
}

TEST_F(FollowerTest, AMyNumberIsHiddenAndItsStatusIsNot) {
  select_my_number();
  reader("02 00B0000000");
  const Passage answer = card("02 102030405060 9000");
  EXPECT_EQ(answer.hide_begin, 0U);
  EXPECT_EQ(answer.hide_end, 6U);
}

TEST_F(FollowerTest, AStatusWordCutByChainingIsGivenBack) {
  select_my_number();
  reader("02 00B0000000");
  const Passage first = card("12 1020304050 90");
  EXPECT_EQ(first.hide_end, 6U) << "its last byte may be a digit";
  EXPECT_TRUE(follower.in_secret_answer());
  const Passage last = card("03 00");
  EXPECT_EQ(last.hide_end, 0U);
  ASSERT_TRUE(last.status_byte_before);
  EXPECT_EQ(*last.status_byte_before, 0x90);
  EXPECT_FALSE(follower.in_secret_answer());
}

TEST_F(FollowerTest, AnOrdinaryAnswerHidesNothing) {
  reader("02 00840000 08");
  const Passage answer = card("02 1122334455667788 9000");
  EXPECT_EQ(answer.hide_begin, answer.hide_end);
}

TEST_F(FollowerTest, TheRestOfASecretAnswerIsSecretToo) {
  select_my_number();
  reader("02 00B0000000");
  card("02 1020 6110");
  reader("03 00C0000010");
  EXPECT_TRUE(follower.exchange().after_secret);
  EXPECT_EQ(card("03 30405060 9000").hide_end, 4U);
}

TEST_F(FollowerTest, AfterALossOfPowerNothingIsKnown) {
  select_my_number();
  follower.reset();
  const Passage read = reader("02 00B0000000");
  EXPECT_FALSE(read.repeated);
  EXPECT_EQ(follower.exchange().application, Application::unknown);
  EXPECT_EQ(card("02 1234 9000").hide_end, 2U) << "which file it was is not known";
}

}  // namespace follower_test
}  // namespace uketsuke::trace
