#include "base/bytes.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace uketsuke {
namespace bytes_test {

TEST(Bytes, HexadecimalIsUpperCaseTwoDigitsAByte) { EXPECT_EQ(to_hex({0x00, 0x0a, 0xff}), "000AFF"); }

TEST(Bytes, HexadecimalIsReadInBothCasesAndWithSpacesBetweenBytes) {
  EXPECT_EQ(from_hex("00 A4 04 0c"), (Bytes{0x00, 0xa4, 0x04, 0x0c}));
}

TEST(Bytes, EmptyTextIsNoBytes) { EXPECT_TRUE(from_hex("").empty()); }

TEST(Bytes, OddCountOfDigitsIsRefused) { EXPECT_THROW(from_hex("0A4"), std::invalid_argument); }

TEST(Bytes, SpaceInsideAByteIsRefused) { EXPECT_THROW(from_hex("0 0"), std::invalid_argument); }

TEST(Bytes, LetterThatIsNoDigitIsRefused) { EXPECT_THROW(from_hex("0G"), std::invalid_argument); }

TEST(Bytes, TextBecomesItsBytesWithoutTerminator) {
  EXPECT_EQ(to_bytes("1234"), (Bytes{0x31, 0x32, 0x33, 0x34}));
}

}  // namespace bytes_test
}  // namespace uketsuke
