#include "scenarios/loader/script/clock_shift.h"

#include <gtest/gtest.h>

#include "tests/unit/scenarios/support.h"

namespace uketsuke::scenario {
namespace clock_shift_test {

Duration shift_of(const std::string& value) { return read_clock_shift(yaml::parse(value, "t.yaml").at(0)); }

TEST(ClockShift, IsBackWithASignAndForwardWithout) {
  EXPECT_EQ(shift_of("-2h"), -std::chrono::hours(2));
  EXPECT_EQ(shift_of("90s"), std::chrono::seconds(90));
}

TEST(ClockShift, OfAYearIsTheMost) {
  EXPECT_EQ(shift_of("8784h"), std::chrono::hours(24 * 366));  // a leap year's
  EXPECT_EQ(shift_of("-8784h"), -std::chrono::hours(24 * 366));
  EXPECT_EQ(failure([] { shift_of("8784.1h"); }).problem, InputProblem::bad_value);
}

TEST(ClockShift, OfAnotherFormIsAnError) {
  for (const std::string wrong : {"back", "--2h", "-", "2"}) {
    EXPECT_EQ(failure([&] { shift_of("\"" + wrong + "\""); }).what,
              "t.yaml:1:1: expected the shift of a clock, such as \"2h\" or \"-2h\", at most a year; found "
              "\"" +
                  wrong + "\"");
  }
}

}  // namespace clock_shift_test
}  // namespace uketsuke::scenario
