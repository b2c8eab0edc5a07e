#include "reports/trace/crc_b.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/unit/reports/trace/air.h"

namespace uketsuke::trace {
namespace crc_b_test {

unsigned of(std::string_view hex) {
  const Bytes bytes = from_hex(hex);
  return crc_b(bytes.data(), bytes.size());
}

// The examples of ISO/IEC 14443-3 Annex B, which have the low byte first.
TEST(TraceCrcB, GivesTheExamplesOfTheStandard) {
  EXPECT_EQ(of("00 00 00"), 0xC6CCU);
  EXPECT_EQ(of("0F AA FF"), 0xD1FCU);
  EXPECT_EQ(of("0A 12 34 56"), 0xF62CU);
}

TEST(TraceCrcB, AgreesWithTheBitwiseDefinitionForEveryLengthOfAFrame) {
  std::mt19937 random(1);
  for (std::size_t size = 0; size <= 300; ++size) {
    Bytes bytes(size);
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random());
    const Bytes frame = with_crc(bytes);
    ASSERT_EQ(crc_b(bytes.data(), size), frame[size] | static_cast<unsigned>(frame[size + 1]) << 8U) << size;
  }
}

}  // namespace crc_b_test
}  // namespace uketsuke::trace
