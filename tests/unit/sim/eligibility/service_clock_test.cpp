#include "sim/eligibility/service_clock.h"

#include <gtest/gtest.h>

namespace uketsuke::sim {
namespace service_clock_test {

using std::chrono::hours;

const DateTime kTen = DateTime(*parse_date("2024-10-07")) + hours(10);

TEST(ServiceClock, ShowsTheTrueTimeByDefault) {
  ServiceClock clock{{}};
  EXPECT_EQ(clock.read(kTen), kTen);
}

TEST(ServiceClock, MayBeWrongFromTheStart) {
  EXPECT_EQ(ServiceClock(-hours(2)).read(kTen), kTen - hours(2));
  EXPECT_EQ(ServiceClock(hours(2)).read(kTen), kTen + hours(2));
}

TEST(ServiceClock, SetForwardItShowsTheLaterTime) {
  ServiceClock clock{{}};
  clock.read(kTen);
  clock.shift(hours(1));
  EXPECT_EQ(clock.read(kTen), kTen + hours(1));
}

TEST(ServiceClock, SetBackItStandsStillUntilTheTimeComesAgain) {
  ServiceClock clock{{}};
  clock.read(kTen);
  clock.shift(-hours(2));
  EXPECT_EQ(clock.read(kTen + hours(1)), kTen);
  EXPECT_EQ(clock.read(kTen + hours(2)), kTen);
  EXPECT_EQ(clock.read(kTen + hours(3)), kTen + hours(1));
}

TEST(ServiceClock, PartOfASecondBehindIsTheSecondBefore) {
  EXPECT_EQ(ServiceClock(-std::chrono::milliseconds(1)).read(kTen), kTen - std::chrono::seconds(1));
}

}  // namespace service_clock_test
}  // namespace uketsuke::sim
