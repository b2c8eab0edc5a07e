#include "sim/personalisation/sex_digit.h"

#include <gtest/gtest.h>

namespace uketsuke::personalisation {
namespace sex_digit_test {

// ISO/IEC 5218: 1 male, 2 female, 9 not applicable.
TEST(SexDigit, IsThatOfIso5218) {
  EXPECT_EQ(sex_digit(scenario::Sex::male), "1");
  EXPECT_EQ(sex_digit(scenario::Sex::female), "2");
  EXPECT_EQ(sex_digit(scenario::Sex::other), "9");
}

}  // namespace sex_digit_test
}  // namespace uketsuke::personalisation
