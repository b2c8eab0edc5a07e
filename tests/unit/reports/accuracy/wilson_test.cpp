#include "reports/accuracy/wilson.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace uketsuke::accuracy {
namespace wilson_test {

struct Published {
  Count count;
  double low, high;
};

class WilsonPublished : public testing::TestWithParam<Published> {};

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3; and textbook values, to four digits.
INSTANTIATE_TEST_SUITE_P(Table, WilsonPublished,
                         testing::Values(Published{{81, 263}, 0.2553, 0.3662},
                                         Published{{15, 148}, 0.0624, 0.1605},
                                         Published{{0, 20}, 0.0, 0.1611}, Published{{1, 29}, 0.0061, 0.1718},
                                         Published{{0, 10}, 0.0, 0.2775}, Published{{1, 10}, 0.0179, 0.4042},
                                         Published{{50, 100}, 0.4038, 0.5962}));

TEST_P(WilsonPublished, IntervalIsTheOneInTheTable) {
  const Interval interval = wilson(GetParam().count);
  EXPECT_NEAR(interval.low, GetParam().low, 0.00005);
  EXPECT_NEAR(interval.high, GetParam().high, 0.00005);
}

TEST(Wilson, NothingTriedSaysNothing) {
  EXPECT_EQ(wilson({0, 0}).low, 0);
  EXPECT_EQ(wilson({0, 0}).high, 1);
}

TEST(Wilson, NoErrorsBeginExactlyAtNought) { EXPECT_EQ(wilson({0, 7}).low, 0); }

TEST(Wilson, OnlyErrorsEndExactlyAtOne) { EXPECT_EQ(wilson({7, 7}).high, 1); }

// The definition of the interval: at its ends, the observed rate is exactly `deviate` standard errors from
// the true one.
RC_GTEST_PROP(Wilson, EndsAreWhereTheScoreTestTurns, ()) {
  const auto trials = *rc::gen::inRange<std::size_t>(2, 100000);
  const auto errors = *rc::gen::inRange<std::size_t>(1, trials);
  const Interval interval = wilson({errors, trials});
  const double observed = static_cast<double>(errors) / static_cast<double>(trials);
  for (const double truth : {interval.low, interval.high}) {
    const double score =
        std::abs(observed - truth) / std::sqrt(truth * (1 - truth) / static_cast<double>(trials));
    RC_ASSERT(std::abs(score - 1.959963984540054) < 1e-6);
  }
}

RC_GTEST_PROP(Wilson, IntervalHoldsTheObservedRate, ()) {
  const auto trials = *rc::gen::inRange<std::size_t>(1, 1000);
  const auto errors = *rc::gen::inRange<std::size_t>(0, trials + 1);
  const Count count{errors, trials};
  RC_ASSERT(wilson(count).low <= count.rate());
  RC_ASSERT(wilson(count).high >= count.rate());
}

}  // namespace wilson_test
}  // namespace uketsuke::accuracy
