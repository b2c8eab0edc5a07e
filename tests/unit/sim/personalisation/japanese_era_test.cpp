#include "sim/personalisation/japanese_era.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace uketsuke::personalisation {
namespace japanese_era_test {

Date day(const char* text) { return *parse_date(text); }

TEST(JapaneseEra, ErasBeginOnTheirFirstDay) {
  // 元号: Taishō 1912-07-30, Shōwa 1926-12-25, Heisei 1989-01-08, Reiwa 2019-05-01
  EXPECT_EQ(era_six_digits(day("1912-07-29")), "450729");
  EXPECT_EQ(era_six_digits(day("1912-07-30")), "010730");
  EXPECT_EQ(era_six_digits(day("1926-12-24")), "151224");
  EXPECT_EQ(era_six_digits(day("1926-12-25")), "011225");
  EXPECT_EQ(era_six_digits(day("1989-01-07")), "640107");
  EXPECT_EQ(era_six_digits(day("1989-01-08")), "010108");
  EXPECT_EQ(era_six_digits(day("2019-04-30")), "310430");
  EXPECT_EQ(era_six_digits(day("2019-05-01")), "010501");
}

TEST(JapaneseEra, DayBeforeTheGregorianCalendarIsRefused) {
  EXPECT_THROW(to_era(day("1872-12-31")), std::invalid_argument);
}

TEST(JapaneseEra, FormOfTheSigningCertificateHasEraAndGregorianDate) {
  EXPECT_EQ(era_and_gregorian(day("1980-02-17")), "319800217");
  EXPECT_EQ(era_and_gregorian(day("2020-01-01")), "520200101");
}

TEST(JapaneseEra, TheFirstDayOfTheGregorianCalendarIsInMeiji6) {
  const EraDate first = to_era(day("1873-01-01"));
  EXPECT_EQ(first.era, 1);
  EXPECT_EQ(first.year, 6);
  EXPECT_EQ(first.month, 1);
  EXPECT_EQ(first.day, 1);
}

// 元号: 1 Meiji, 2 Taishō, 3 Shōwa, 4 Heisei, 5 Reiwa.
TEST(JapaneseEra, ErasAreNumberedFromMeiji) {
  EXPECT_EQ(to_era(day("1900-06-01")).era, 1);
  EXPECT_EQ(to_era(day("1920-06-01")).era, 2);
  EXPECT_EQ(to_era(day("1980-06-01")).era, 3);
  EXPECT_EQ(to_era(day("2000-06-01")).era, 4);
  EXPECT_EQ(to_era(day("2024-06-01")).era, 5);
}

TEST(JapaneseEra, AYearChangesOnNewYearsDayWithinAnEra) {
  EXPECT_EQ(era_six_digits(day("2019-12-31")), "011231");
  EXPECT_EQ(era_six_digits(day("2020-01-01")), "020101");
}

TEST(JapaneseEra, MonthAndDayAreThoseOfTheCalendar) {
  for (Date one = day("2023-12-25"); one < day("2024-03-05"); one += date::days(1)) {
    const std::string digits = era_six_digits(one);
    EXPECT_EQ(digits.substr(2), format_compact(one).substr(4)) << digits;
  }
}

}  // namespace japanese_era_test
}  // namespace uketsuke::personalisation
