#include "reports/trace/redaction.h"

#include <gtest/gtest.h>

#include "reports/trace/block.h"
#include "tests/unit/reports/trace/air.h"

namespace uketsuke::trace {
namespace redaction_test {

TEST(Redaction, HidesTheBytesOfTheRangeAndNoOther) {
  Bytes frame = air("02 00200080 04 31323334");
  hide(frame, 6, 10);
  EXPECT_EQ(frame, air("02 00200080 04 2A2A2A2A"));
}

TEST(Redaction, AnEmptyRangeHidesNothing) {
  Bytes frame = air("02 9000");
  hide(frame, 1, 1);
  EXPECT_EQ(frame, air("02 9000"));
}

TEST(Redaction, ARangePastTheEndStopsBeforeTheCrc) {
  Bytes frame = air("02 AABB");
  hide(frame, 1, 100);
  EXPECT_EQ(frame, air("02 2A2A"));
}

TEST(Redaction, AGoodCrcStaysGood) {
  for (std::size_t size = 1; size < 40; ++size) {
    Bytes plain(size);
    for (std::size_t i = 0; i < size; ++i) plain[i] = static_cast<std::uint8_t>(17 * i + size);
    Bytes frame = with_crc(plain);
    hide(frame, size / 3, size);
    EXPECT_TRUE(has_good_crc(frame)) << size;
    EXPECT_EQ(frame.size(), size + 2);
  }
}

// A CRC is linear: what noise changed in the last two bytes is still the same two bits afterwards.
TEST(Redaction, ADamagedCrcKeepsItsDamage) {
  Bytes frame = air("02 31323334");
  frame[frame.size() - 2] ^= 0x40U;
  frame.back() ^= 0x01U;
  hide(frame, 1, 5);
  Bytes expected = air("02 2A2A2A2A");
  expected[expected.size() - 2] ^= 0x40U;
  expected.back() ^= 0x01U;
  EXPECT_EQ(frame, expected);
}

TEST(Redaction, TheCrcDoesNotTellTheSecret) {
  Bytes one = air("02 31323334");
  Bytes other = air("02 39383736");
  hide(one, 1, 5);
  hide(other, 1, 5);
  EXPECT_EQ(one, other);
}

TEST(Redaction, AFrameTooShortForACrcStaysAsItIs) {
  for (const Bytes& bytes : {Bytes{}, Bytes{0x31}}) {
    Bytes frame = bytes;
    hide(frame, 0, 2);
    EXPECT_EQ(frame, bytes);
    set_byte(frame, 0, 0x55);
    EXPECT_EQ(frame, bytes);
  }
}

TEST(Redaction, SetsOneByteWithItsCrc) {
  Bytes frame = air("02 2A2A");
  set_byte(frame, 2, 0x90);
  EXPECT_EQ(frame, air("02 2A90"));
}

TEST(Redaction, NoByteOfTheCrcCanBeSet) {
  Bytes frame = air("02 2A2A");
  set_byte(frame, 3, 0x00);
  set_byte(frame, 99, 0x00);
  EXPECT_EQ(frame, air("02 2A2A"));
}

}  // namespace redaction_test
}  // namespace uketsuke::trace
