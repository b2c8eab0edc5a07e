#include "conformance/cost/yen.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace uketsuke::conformance::cost {
namespace yen_test {

TEST(PercentOf, FortyNineSenGoDownAndFiftyGoUp) {
  EXPECT_EQ(percent_of(149, 1), 1);
  EXPECT_EQ(percent_of(150, 1), 2);
}

TEST(PercentOf, FourYenGoDownAndFiveGoUpToTen) {
  EXPECT_EQ(percent_of(49, 10, 10), 0);
  EXPECT_EQ(percent_of(50, 10, 10), 10);
}

TEST(FormatYen, PutsCommasBetweenGroupsOfThree) {
  EXPECT_EQ(format_yen(0), "0");
  EXPECT_EQ(format_yen(999), "999");
  EXPECT_EQ(format_yen(1'000), "1,000");
  EXPECT_EQ(format_yen(1'000'000'000), "1,000,000,000");
}

TEST(ReadYen, TakesBothWaysToWriteAnAmount) {
  EXPECT_EQ(read_yen("1", "--total"), 1);
  EXPECT_EQ(read_yen("1000000", "--total"), 1'000'000);
  EXPECT_EQ(read_yen("1,000,000", "--total"), 1'000'000);
  EXPECT_EQ(read_yen("1000000000", "--total"), kMostYen);
}

class NoAmount : public testing::TestWithParam<const char*> {};

TEST_P(NoAmount, IsRefusedWithItsPlace) {
  try {
    read_yen(GetParam(), "--total");
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_EQ(error.place().file, "--total");
  }
}

INSTANTIATE_TEST_SUITE_P(Texts, NoAmount,
                         testing::Values("", "-", "-5", "0", "1e6", "1.5", "abc", "1,00", ",100", "1,0000",
                                         "1,,000", "1000,000", "１０００", "1000000001",
                                         "99999999999999999999999", " 1"));

}  // namespace yen_test
}  // namespace uketsuke::conformance::cost
