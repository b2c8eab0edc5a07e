#include "scenarios/model/case.h"

#include <gtest/gtest.h>

namespace uketsuke::scenario {
namespace case_test {

TEST(Case, BeginsAtItsTimeOfItsDay) {
  Case one;
  one.date = *parse_date("2024-10-07");
  one.time_of_day = std::chrono::hours(13) + std::chrono::minutes(30);
  EXPECT_EQ(format_compact(one.start()), "20241007133000");
}

TEST(Case, BeginsAtNineByDefault) {
  Case one;
  one.date = *parse_date("2024-10-07");
  EXPECT_EQ(format_compact(one.start()), "20241007090000");
}

}  // namespace case_test
}  // namespace uketsuke::scenario
