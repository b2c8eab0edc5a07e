#include "conformance/cost/age.h"

#include <gtest/gtest.h>

#include "tests/unit/conformance/cost/ask.h"

namespace uketsuke::conformance::cost::test {
namespace age_test {

constexpr AgeLimits kLimits{6, 70, 75};

TEST(ReachedOn, IsTheEveOfTheBirthday) { EXPECT_EQ(reached_on(day("2018-04-01"), 6), day("2024-03-31")); }

TEST(ReachedOn, OfALeapDayIsThe28thOfFebruaryInEveryYear) {
  EXPECT_EQ(reached_on(day("1948-02-29"), 75), day("2023-02-28"));
  EXPECT_EQ(reached_on(day("1948-02-29"), 76), day("2024-02-28"));
}

TEST(Preschool, EndsAYearEarlierForABirthOnThe1stOfAprilThanForOneOnThe2nd) {
  EXPECT_EQ(preschool_until(kLimits, day("2018-04-01")), day("2024-03-31"));
  EXPECT_EQ(preschool_until(kLimits, day("2018-04-02")), day("2025-03-31"));
}

TEST(Preschool, EndsOnThe31stOfMarchAfterTheSixthBirthday) {
  EXPECT_EQ(group_of(kLimits, day("2018-04-01"), day("2024-03-31")), AgeGroup::preschool);
  EXPECT_EQ(group_of(kLimits, day("2018-04-01"), day("2024-04-01")), AgeGroup::to_69);
  EXPECT_EQ(preschool_until(kLimits, day("2018-03-31")), day("2024-03-31"));
  EXPECT_EQ(preschool_until(kLimits, day("2018-12-31")), day("2025-03-31"));
}

TEST(Seventy, BeginsWithTheMonthAfterTheBirthday) {
  EXPECT_EQ(group_of(kLimits, day("1954-05-02"), day("2024-05-31")), AgeGroup::to_69);
  EXPECT_EQ(group_of(kLimits, day("1954-05-02"), day("2024-06-01")), AgeGroup::from_70);
  EXPECT_EQ(seventy_from(kLimits, day("1954-12-31")), day("2025-01-01"));
}

TEST(Seventy, BeginsWithTheMonthOfABirthdayOnThe1st) {
  EXPECT_EQ(group_of(kLimits, day("1954-05-01"), day("2024-04-30")), AgeGroup::to_69);
  EXPECT_EQ(group_of(kLimits, day("1954-05-01"), day("2024-05-01")), AgeGroup::from_70);
}

TEST(SeventyFive, BeginsOnTheBirthday) {
  EXPECT_EQ(group_of(kLimits, day("1949-05-15"), day("2024-05-14")), AgeGroup::from_70);
  EXPECT_EQ(group_of(kLimits, day("1949-05-15"), day("2024-05-15")), AgeGroup::from_75);
}

TEST(MonthOfTwoInsurers, IsTheWholeMonthOfThe75thBirthdayAndNoOther) {
  const Date born = day("1949-05-15");
  EXPECT_FALSE(is_month_of_two_insurers(kLimits, born, day("2024-04-30")));
  EXPECT_TRUE(is_month_of_two_insurers(kLimits, born, day("2024-05-01")));
  EXPECT_TRUE(is_month_of_two_insurers(kLimits, born, day("2024-05-31")));
  EXPECT_FALSE(is_month_of_two_insurers(kLimits, born, day("2024-06-01")));
  EXPECT_FALSE(is_month_of_two_insurers(kLimits, born, day("2025-05-15")));
}

TEST(MonthOfTwoInsurers, IsNoneForABirthdayOnThe1st) {
  EXPECT_FALSE(is_month_of_two_insurers(kLimits, day("1949-05-01"), day("2024-05-01")));
  EXPECT_TRUE(is_month_of_two_insurers(kLimits, day("1949-05-02"), day("2024-05-01")));
  // A person born on 29 February, 75 on 1 March 2023.
  EXPECT_FALSE(is_month_of_two_insurers(kLimits, day("1948-02-29"), day("2023-03-01")));
  EXPECT_FALSE(is_month_of_two_insurers(kLimits, day("1948-02-29"), day("2023-02-28")));
}

TEST(GroupsAt, AnAgeAloneLeavesTwoGroupsOpenInTwoYearsOfLife) {
  using Groups = std::vector<AgeGroup>;
  EXPECT_EQ(groups_at(kLimits, 5), Groups{AgeGroup::preschool});
  EXPECT_EQ(groups_at(kLimits, 6), (Groups{AgeGroup::preschool, AgeGroup::to_69}));
  EXPECT_EQ(groups_at(kLimits, 7), Groups{AgeGroup::to_69});
  EXPECT_EQ(groups_at(kLimits, 69), Groups{AgeGroup::to_69});
  EXPECT_EQ(groups_at(kLimits, 70), (Groups{AgeGroup::to_69, AgeGroup::from_70}));
  EXPECT_EQ(groups_at(kLimits, 74), Groups{AgeGroup::from_70});
  EXPECT_EQ(groups_at(kLimits, 75), Groups{AgeGroup::from_75});
}

/// Days over seven years of life on both sides of each limit: the groups that an age allows include the true
/// one.
TEST(GroupsAt, TheGroupOfABirthdayIsAlwaysAmongThoseOfTheAge) {
  for (const char* first : {"2016-01-01", "1952-01-01", "1947-01-01"}) {
    for (Date born = day(first); born < day(first) + date::days(1500); born += date::days(1)) {
      for (const char* on : {"2023-02-28", "2023-03-31", "2023-04-01", "2023-05-01", "2024-02-29"}) {
        const auto groups = groups_at(kLimits, age_on(born, day(on)));
        EXPECT_NE(std::find(groups.begin(), groups.end(), group_of(kLimits, born, day(on))), groups.end())
            << format_date(born) << " on " << on;
      }
    }
  }
}

}  // namespace age_test
}  // namespace uketsuke::conformance::cost::test
