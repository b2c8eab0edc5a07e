#include "sim/personalisation/card_records.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace uketsuke::personalisation {
namespace card_records_test {

TEST(DigitsFor, AreDigitsOfTheWantedNumber) {
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{15}, std::size_t{100}}) {
    const std::string digits = digits_for("sato-hanako", count);
    EXPECT_EQ(digits.size(), count);
    EXPECT_TRUE(std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        << digits;
  }
}

// The last decimal digit of each byte of SHA-256("abc"), BA 78 16 BF 8F 01 CF EA (FIPS 180-4): 186, 120, 22,
// 191, 143, 1, 207, 234.
TEST(DigitsFor, ComeFromTheHash) { EXPECT_EQ(digits_for("abc", 8), "60213174"); }

TEST(DigitsFor, ALongerNumberBeginsWithAShorterOne) {
  EXPECT_EQ(digits_for("x", 20).substr(0, 7), digits_for("x", 7));
}

TEST(DigitsFor, DifferentTextsGiveDifferentDigits) { EXPECT_NE(digits_for("a", 15), digits_for("b", 15)); }

// docs/card-facts.md: 01 1C, then 28 digits: serial number, municipality, expiry.
TEST(CommonRecord, HasTwentyEightDigits) {
  const Bytes record = common_record("123456789012345", "13101", *parse_date("2035-02-17"));
  EXPECT_EQ(to_hex(record), "011C" + to_hex(to_bytes("1234567890123451310120350217")));
}

TEST(JukiRecord, HasTag2AndTheCode) {
  EXPECT_EQ(to_hex(juki_record("12345678901")), "020B3132333435363738393031");
}

// GlobalPlatform, GPC_SPE_034 H.2: tag 73 with the OID {1 2 840 114283 1}.
TEST(CardRecognitionData, IsTheOidOfGlobalPlatform) {
  EXPECT_EQ(to_hex(card_recognition_data()), "730906072A864886FC6B01");
}

}  // namespace card_records_test
}  // namespace uketsuke::personalisation
