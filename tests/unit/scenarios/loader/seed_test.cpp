#include "scenarios/loader/seed.h"

#include <gtest/gtest.h>

namespace uketsuke::scenario {
namespace seed_test {

// Expected values: FNV-1a, 64 bits, computed independently (in Python) over the same bytes.
TEST(CaseSeed, IsFnv1aOverSeedAndId) {
  EXPECT_EQ(case_seed(1, "x"), 5952180755994350292ULL);
  EXPECT_EQ(case_seed(0x0102030405060708ULL, "limit/date=2024-10-06"), 8983137126337360819ULL);
}

TEST(CaseSeed, DependsOnBoth) {
  EXPECT_NE(case_seed(1, "a"), case_seed(2, "a"));
  EXPECT_NE(case_seed(1, "a"), case_seed(1, "b"));
}

}  // namespace seed_test
}  // namespace uketsuke::scenario
