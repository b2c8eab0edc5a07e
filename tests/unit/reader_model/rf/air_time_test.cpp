#include "reader_model/rf/air_time.h"

#include <gtest/gtest.h>

namespace uketsuke::reader {
namespace air_time_test {

using std::chrono::microseconds;
using std::chrono::milliseconds;

/// Expected values are those in the standards' tables, to the printed precision.
void expect_near(Duration time, double microseconds_expected, double tolerance) {
  EXPECT_NEAR(std::chrono::duration<double>(time).count() * 1e6, microseconds_expected, tolerance);
}

TEST(AirTime, BitAt106IsAbout9Microseconds) { expect_near(carrier_periods(etu_periods(106)), 9.44, 0.005); }

TEST(AirTime, BitIsHalvedAsTheBitRateDoubles) {
  EXPECT_EQ(etu_periods(212), 64);
  EXPECT_EQ(etu_periods(424), 32);
  EXPECT_EQ(etu_periods(848), 16);
}

TEST(AirTime,
     WaitingTimesAreThoseOfTheStandard) {  // ISO/IEC 14443-4 §7.2: 302 µs to 4,949 ms; FWI 4 is 4.8 ms
  expect_near(waiting_time(0), 302, 0.5);
  expect_near(waiting_time(4), 4'833, 0.5);
  expect_near(waiting_time(10), 309'300, 50);  // docs/card-facts.md §5.1: about 309 ms
  expect_near(waiting_time(14), 4'949'000, 500);
}

TEST(AirTime, ReservedWaitingTimeCountsAsTheUsualOne) { EXPECT_EQ(waiting_time(15), waiting_time(4)); }

TEST(AirTime, FrameIsTenBitsAByteBetweenSofAndEof) {
  // REQB with CRC_B: five characters of 10 bits, SOF of 12 and EOF of 10: 72 × 128 / 13.56 MHz
  EXPECT_EQ(frame_time(5, 106), Duration(679'646));
  EXPECT_EQ(frame_time(5, 848), Duration(84'956));
}

TEST(AirTime, ExtraGuardTimeLiesBetweenCharactersOnly) {
  EXPECT_EQ(frame_time(5, 106, 2) - frame_time(5, 106), carrier_periods(4 * 2 * 128));
  EXPECT_EQ(frame_time(1, 106, 2), frame_time(1, 106));
}

TEST(AirTime, PausesAreThoseOfTheStandard) {
  expect_near(kTr0, 75.5, 0.1);     // 64/fs
  expect_near(kTr1, 94.4, 0.1);     // 80/fs
  expect_near(tr2(0), 132.2, 0.1);  // 10 etu and 32/fs
}

}  // namespace air_time_test
}  // namespace uketsuke::reader
