#include "base/calendar.h"

#include <gtest/gtest.h>

namespace uketsuke {
namespace calendar_test {

using namespace std::chrono_literals;

Date day(const char* text) { return parse_date(text).value(); }

TEST(ParseDate, ReadsADayOfTheCalendar) { EXPECT_EQ(day("2024-10-07"), Date(date::year{2024} / 10 / 7)); }

TEST(ParseDate, LeapDayExistsInLeapYearsOnly) {
  EXPECT_TRUE(parse_date("2024-02-29"));
  EXPECT_TRUE(parse_date("2000-02-29"));
  EXPECT_FALSE(parse_date("2023-02-29"));
  EXPECT_FALSE(parse_date("1900-02-29"));
}

class NoDate : public testing::TestWithParam<const char*> {};

TEST_P(NoDate, IsNothing) { EXPECT_FALSE(parse_date(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Texts, NoDate,
                         testing::Values("", "2024-02-30", "2024-13-01", "2024-00-10", "2024-10-00",
                                         "2024-4-31", "2024-10-7", "24-10-07", "2024/10/07", "2024-10-07 ",
                                         " 2024-10-07", "2024-10-07x", "20241007", "tomorrow"));

TEST(ParseDuration, ReadsEveryUnit) {
  EXPECT_EQ(parse_duration("7ns"), 7ns);
  EXPECT_EQ(parse_duration("7us"), 7us);
  EXPECT_EQ(parse_duration("800ms"), 800ms);
  EXPECT_EQ(parse_duration("2s"), 2s);
  EXPECT_EQ(parse_duration("1.5min"), 90s);
  EXPECT_EQ(parse_duration("24h"), 24h);
}

class NoDuration : public testing::TestWithParam<const char*> {};

TEST_P(NoDuration, IsNothing) { EXPECT_FALSE(parse_duration(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Texts, NoDuration,
                         testing::Values("", "s", "5", "5 s", "-1s", "5sec", "1e300h", "nan s", "nans",
                                         "infs"));

TEST(Format, DatesAndTimesAsInFilesOfTheService) {
  const DateTime noon = day("2024-10-07") + 12h + 5s;
  EXPECT_EQ(format_date(day("2024-10-07")), "2024-10-07");
  EXPECT_EQ(format_compact(day("2024-10-07")), "20241007");
  EXPECT_EQ(format_compact(noon), "20241007120005");
}

TEST(Format, DurationInSecondsToTheMillisecond) { EXPECT_EQ(format_duration(1250ms), "1.250 s"); }

TEST(AgeOn, AYearIsCompleteOnTheBirthday) {
  EXPECT_EQ(age_on(day("1984-11-15"), day("2024-11-14")), 39);
  EXPECT_EQ(age_on(day("1984-11-15"), day("2024-11-15")), 40);
  EXPECT_EQ(age_on(day("1949-11-15"), day("2024-11-14")), 74);
  EXPECT_EQ(age_on(day("1949-11-15"), day("2024-11-15")), 75);
}

TEST(AgeOn, BornOnLeapDayIsAYearOlderOnTheFirstOfMarchOfACommonYear) {
  EXPECT_EQ(age_on(day("1984-02-29"), day("2023-02-28")), 38);
  EXPECT_EQ(age_on(day("1984-02-29"), day("2023-03-01")), 39);
}

TEST(AgeOn, BornOnLeapDayIsAYearOlderOnLeapDayOfALeapYear) {
  EXPECT_EQ(age_on(day("1984-02-29"), day("2024-02-28")), 39);
  EXPECT_EQ(age_on(day("1984-02-29"), day("2024-02-29")), 40);
}

TEST(AgeOn, TheDayOfBirthIsAgeZero) { EXPECT_EQ(age_on(day("2025-01-20"), day("2025-01-20")), 0); }

TEST(AddMonths, TheSameDayOfTheMonth) { EXPECT_EQ(add_months(day("2025-01-15"), 3), day("2025-04-15")); }

TEST(AddMonths, BackwardsAcrossTheYear) { EXPECT_EQ(add_months(day("2025-01-15"), -3), day("2024-10-15")); }

TEST(AddMonths, ADayThatTheMonthDoesNotHaveBecomesItsLast) {
  EXPECT_EQ(add_months(day("2024-11-30"), 3), day("2025-02-28"));
  EXPECT_EQ(add_months(day("2023-11-30"), 3), day("2024-02-29"));
}

}  // namespace calendar_test
}  // namespace uketsuke
