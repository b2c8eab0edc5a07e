#include "reports/accuracy/normal_deviate.h"

#include <gtest/gtest.h>

#include <cmath>

namespace uketsuke::accuracy {
namespace normal_deviate_test {

// Tables of the standard normal distribution, to six digits.
TEST(NormalDeviate, AgreesWithTheTable) {
  EXPECT_NEAR(normal_deviate(0.5), 0, 1e-12);
  EXPECT_NEAR(normal_deviate(0.975), 1.959964, 1e-6);
  EXPECT_NEAR(normal_deviate(0.4), -0.253347, 1e-6);
  EXPECT_NEAR(normal_deviate(0.05), -1.644854, 1e-6);
  EXPECT_NEAR(normal_deviate(0.01), -2.326348, 1e-6);
  EXPECT_NEAR(normal_deviate(1e-3), -3.090232, 1e-6);
  EXPECT_NEAR(normal_deviate(1e-5), -4.264891, 1e-6);
}

TEST(NormalDeviate, EndsAreInfinite) {
  EXPECT_TRUE(std::isinf(normal_deviate(0)));
  EXPECT_LT(normal_deviate(0), 0);
  EXPECT_TRUE(std::isinf(normal_deviate(1)));
  EXPECT_GT(normal_deviate(1), 0);
}

TEST(NormalDeviate, IsSymmetric) { EXPECT_DOUBLE_EQ(normal_deviate(0.9), -normal_deviate(0.1)); }

}  // namespace normal_deviate_test
}  // namespace uketsuke::accuracy
