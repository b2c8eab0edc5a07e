#include "reader_model/rf/atqb.h"

#include <gtest/gtest.h>

namespace uketsuke::reader {
namespace atqb_test {

Atqb with_info(std::uint8_t rates, std::uint8_t type, std::uint8_t timing) {
  return {{}, {}, {rates, type, timing}};
}

TEST(Atqb, IsReadFieldByField) {
  const auto atqb = parse_atqb(from_hex("50 01020304 000041E0 B381A1"));
  ASSERT_TRUE(atqb);
  EXPECT_EQ(atqb->pupi, (std::array<std::uint8_t, 4>{1, 2, 3, 4}));
  EXPECT_EQ(atqb->application_data, (std::array<std::uint8_t, 4>{0x00, 0x00, 0x41, 0xE0}));
  EXPECT_EQ(atqb->protocol_info, (std::array<std::uint8_t, 3>{0xB3, 0x81, 0xA1}));
  EXPECT_EQ(atqb->sfgi, 0);
}

TEST(Atqb, ExtendedOneTellsTheGuardTime) {
  const auto atqb = parse_atqb(from_hex("50 01020304 000041E0 B381A1 30"));
  ASSERT_TRUE(atqb);
  EXPECT_EQ(atqb->sfgi, 3);
}

TEST(Atqb, IsNothingOfAnotherLengthOrCode) {
  EXPECT_FALSE(parse_atqb(from_hex("50 01020304 000041E0 B381")));
  EXPECT_FALSE(parse_atqb(from_hex("51 01020304 000041E0 B381A1")));
  EXPECT_FALSE(parse_atqb({}));
}

TEST(CardAbilities, AreThoseOfTheMyNumberCard) {  // docs/card-facts.md §5.1
  const CardAbilities card = abilities(with_info(0xB3, 0x81, 0xA1));
  EXPECT_EQ(card.most.to_card, 424U);
  EXPECT_EQ(card.most.to_reader, 424U);
  EXPECT_TRUE(card.same_rate);
  EXPECT_EQ(card.frame_size, 256U);
  EXPECT_TRUE(card.block_protocol);
  EXPECT_EQ(card.tr2_code, 0U);
  EXPECT_EQ(card.fwi, 10U);
  EXPECT_TRUE(card.cid);
  EXPECT_FALSE(card.nad);
}

TEST(CardAbilities, TellTheDirectionsApart) {  // b7 to b5 to the reader, b3 to b1 to the card
  const CardAbilities card = abilities(with_info(0x41, 0x81, 0xA1));
  EXPECT_EQ(card.most.to_reader, 848U);
  EXPECT_EQ(card.most.to_card, 212U);
}

TEST(CardAbilities, AreTheSlowestWhereTheReservedBitIsSet) {
  EXPECT_EQ(abilities(with_info(0x7F, 0x81, 0xA1)).most.to_card, 106U);
}

TEST(CommonBitRates, AreTheLowerOfCardAndReader) {
  const CardAbilities card = abilities(with_info(0xB3, 0x81, 0xA1));
  EXPECT_EQ(common_bit_rates(card, 106).to_card, 106U);
  EXPECT_EQ(common_bit_rates(card, 212).to_reader, 212U);
  EXPECT_EQ(common_bit_rates(card, 848).to_card, 424U);
}

TEST(CommonBitRates, AreEqualWhereTheCardWantsThemEqual) {
  const CardAbilities card = abilities(with_info(0x80 | 0x41, 0x81, 0xA1));
  EXPECT_EQ(common_bit_rates(card, 848).to_card, 212U);
  EXPECT_EQ(common_bit_rates(card, 848).to_reader, 212U);
}

TEST(FrameSize, FollowsTheCode) {
  EXPECT_EQ(frame_size(0), 16U);
  EXPECT_EQ(frame_size(7), 128U);
  EXPECT_EQ(frame_size(8), 256U);
}

}  // namespace atqb_test
}  // namespace uketsuke::reader
