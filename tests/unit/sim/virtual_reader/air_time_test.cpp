#include "sim/virtual_reader/air_time.h"

#include <gtest/gtest.h>

namespace uketsuke::virtual_reader {

namespace air_time_test {

// Computed by hand from ISO/IEC 14443-3 Type B at 106 kbit/s: 22 etu of SOF and EOF, 10 etu per byte, an etu
// of 128/13.56 MHz = 9.4395 us; TR0 + TR1 = 144/847.5 kHz = 169.912 us; PCB and CRC_B add 3 bytes.

TEST(AirTime, StatusWordTakesOneShortFrame) {
  EXPECT_NEAR(static_cast<double>(air_time(2).count()), 849'558, 5);  // 72 etu and the pause
}

TEST(AirTime, FullBlockIsOneFrame) {
  EXPECT_NEAR(static_cast<double>(air_time(253).count()), 24'542'773, 5);  // 2582 etu and the pause
}

TEST(AirTime, OneByteMoreIsChained) {
  // a full block, an acknowledgement of 3 bytes (52 etu), a block of 4 bytes (62 etu); three pauses
  EXPECT_NEAR(static_cast<double>(air_time(254).count()), 25'958'702, 10);
}

}  // namespace air_time_test

}  // namespace uketsuke::virtual_reader
