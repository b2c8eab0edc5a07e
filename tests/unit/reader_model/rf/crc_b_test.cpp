#include "reader_model/rf/crc_b.h"

#include <gtest/gtest.h>

namespace uketsuke::reader {
namespace crc_b_test {

std::string with_crc(const std::string& hex) {
  Bytes frame = from_hex(hex);
  append_crc_b(frame);
  return to_hex(frame);
}

TEST(CrcB, IsThatOfTheExamplesOfTheStandard) {  // ISO/IEC 14443-3 Annex B
  EXPECT_EQ(with_crc("000000"), "000000CCC6");
  EXPECT_EQ(with_crc("0FAAFF"), "0FAAFFFCD1");
  EXPECT_EQ(with_crc("0A123456"), "0A1234562CF6");
}

TEST(CrcB, IsThatOfTheCatalogueOfCrcs) {  // "CRC-16/IBM-SDLC": check value 906E for the digits 1 to 9
  EXPECT_EQ(with_crc("313233343536373839"), "3132333435363738396E90");
}

TEST(CrcB, IsTheSameInStepsOfEightAndBitByBit) {
  Bytes data;
  for (std::size_t size = 0; size < 300; ++size) {
    unsigned crc = 0xFFFF;
    for (const std::uint8_t byte : data) {
      crc ^= byte;
      for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? crc >> 1 ^ 0x8408U : crc >> 1;
    }
    ASSERT_EQ(crc_b(data.data(), data.size()), (crc ^ 0xFFFFU)) << size;
    data.push_back(static_cast<std::uint8_t>(size * 37 + 11));
  }
}

TEST(CrcB, FindsEveryOneTwoAndThreeWrongBitsOfAShortFrame) {
  const Bytes right = from_hex("0A1234562CF6");
  const std::size_t bits = right.size() * 8;
  const auto turn = [](Bytes& frame, std::size_t bit) {
    frame[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
  };
  for (std::size_t a = 0; a < bits; ++a) {
    for (std::size_t b = a; b < bits; ++b) {
      for (std::size_t c = b; c < bits; ++c) {
        Bytes frame = right;
        turn(frame, a);
        if (b != a) turn(frame, b);
        if (c != b) turn(frame, c);
        ASSERT_FALSE(crc_b_fits(frame)) << a << ' ' << b << ' ' << c;
      }
    }
  }
}

TEST(CrcB, FrameWithoutContentHasNone) {
  EXPECT_FALSE(crc_b_fits({}));
  EXPECT_FALSE(crc_b_fits({0x00}));
  EXPECT_FALSE(crc_b_fits({0x00, 0x00}));
}

}  // namespace crc_b_test
}  // namespace uketsuke::reader
