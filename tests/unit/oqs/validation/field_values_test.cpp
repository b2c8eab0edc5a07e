#include "oqs/validation/field_values.h"

#include <gtest/gtest.h>

#include "tests/unit/oqs/samples.h"

namespace uketsuke::oqs {
namespace field_values_test {

TEST(CompactDate, ReadsEightDigits) { EXPECT_EQ(compact_date("20241007"), Date(2024_y / 10 / 7)); }

// The Gregorian calendar: 2000 and 2024 are leap years, 1900 and 2023 are none.
TEST(CompactDate, KnowsLeapYears) {
  EXPECT_TRUE(compact_date("20240229"));
  EXPECT_TRUE(compact_date("20000229"));
  EXPECT_FALSE(compact_date("19000229"));
  EXPECT_FALSE(compact_date("20230229"));
}

TEST(CompactDate, NothingElseIsADate) {
  for (const char* text : {"", "2024107", "202410070", "2024-10-07", "20241307", "20240007", "20240431",
                           "20240400", " 2024107", "2024100a", "+2024107", "２０２４１００７"}) {
    EXPECT_FALSE(compact_date(text)) << text;
  }
}

TEST(CompactTime, ReadsFourteenDigits) {
  const auto time = compact_time("20241007235959");
  ASSERT_TRUE(time);
  EXPECT_EQ(*time + std::chrono::seconds(1), DateTime(Date(2024_y / 10 / 8)));
}

TEST(CompactTime, ItsPartsAreHourMinuteSecond) {
  EXPECT_EQ(*compact_time("20241007010203") - Date(2024_y / 10 / 7), std::chrono::seconds(3600 + 120 + 3));
}

TEST(CompactTime, NoClockShowsTheseTimes) {
  for (const char* text : {"20241007240000", "20241007006000", "20241007000060", "20241032000000",
                           "2024100709000", "202410070900000", "2024100709000x", "20241007T09000", ""}) {
    EXPECT_FALSE(compact_time(text)) << text;
  }
}

TEST(CompactTime, ReadsWhatIsWritten) {
  for (const char* text : {"19000101000000", "20240229123456", "20991231235959"})
    EXPECT_EQ(format_compact(compact_time(text).value()), text);
}

TEST(InsurerNumber, IsFilledUpWithSpacesOnTheLeft) {
  EXPECT_EQ(padded_insurer_number("139999"), "  139999");
  EXPECT_EQ(padded_insurer_number("06999991"), "06999991");
  EXPECT_EQ(padded_insurer_number("    139999"), "  139999");
  EXPECT_EQ(padded_insurer_number(""), "        ");
}

TEST(InsurerNumber, ALongerOneIsNotCut) { EXPECT_EQ(padded_insurer_number("123456789"), "123456789"); }

TEST(Trimmed, OnlySpacesOnTheLeftGo) {
  EXPECT_EQ(trimmed("  a b "), "a b ");
  EXPECT_EQ(trimmed("\ta"), "\ta");
  EXPECT_EQ(trimmed("   "), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Characters, DigitsAreAsciiDigits) {
  EXPECT_TRUE(all_digits("0123456789"));
  EXPECT_TRUE(all_digits(""));
  for (const char* text : {"12a", "1 2", "-1", "/", ":", "１"}) EXPECT_FALSE(all_digits(text)) << text;
}

// XML 1.0, 2.3: white space is blank, tab, carriage return and line feed.
TEST(Characters, BlanksAreThoseOfXml) {
  EXPECT_TRUE(all_blank(" \t\r\n"));
  EXPECT_TRUE(all_blank(""));
  EXPECT_FALSE(all_blank(" x "));
  EXPECT_FALSE(all_blank("　"));
  EXPECT_FALSE(all_blank("\v"));
}

}  // namespace field_values_test
}  // namespace uketsuke::oqs
