#include "reports/trace/block.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/trace/air.h"

namespace uketsuke::trace {
namespace block_test {

TEST(TraceBlock, ReadsChainingNumberAndInfOfAnIBlock) {
  const auto read = parse_block(air("13 0102030405"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->kind, BlockKind::information);
  EXPECT_TRUE(read->chaining);
  EXPECT_EQ(read->number, 1U);
  EXPECT_EQ(read->inf_begin, 1U);
  EXPECT_EQ(read->inf_size, 5U);
}

TEST(TraceBlock, LooksForTheInfBehindCidAndNad) {
  const auto read = parse_block(air("0E 05 00 AABB"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->inf_begin, 3U);
  EXPECT_EQ(read->inf_size, 2U);
}

TEST(TraceBlock, TellsReceiptsAndSBlocksApart) {
  EXPECT_EQ(parse_block(air("A3"))->kind, BlockKind::acknowledge);
  EXPECT_EQ(parse_block(air("B2"))->kind, BlockKind::not_acknowledge);
  EXPECT_EQ(parse_block(air("F2 0A"))->kind, BlockKind::waiting_time);
  EXPECT_EQ(parse_block(air("C2"))->kind, BlockKind::deselect);
}

TEST(TraceBlock, TakesNoFrameOfTheInitialisationForABlock) {
  for (const Bytes& frame : {reqb(), atqb(), attrib(), attrib_answer(), air("35"), air("50 12345678")})
    EXPECT_FALSE(parse_block(frame)) << to_hex(frame);
}

TEST(TraceBlock, TakesNothingTooShortForABlock) {
  for (std::size_t size = 0; size < 3; ++size) EXPECT_FALSE(parse_block(Bytes(size, 0x02)));
  EXPECT_FALSE(parse_block(Bytes{0x0A, 0x00, 0x00}));  // its CID would be the CRC
}

TEST(TraceBlock, SeesOneWrongBitInTheCrc) {
  Bytes frame = air("02 9000");
  EXPECT_TRUE(has_good_crc(frame));
  frame[4] ^= 0x01U;
  EXPECT_FALSE(has_good_crc(frame));
}

}  // namespace block_test
}  // namespace uketsuke::trace
