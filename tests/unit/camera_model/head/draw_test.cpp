#include "camera_model/head/draw.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace uketsuke::camera {
namespace draw_test {

TEST(Draw, SameSeedAndNameDrawTheSame) { EXPECT_EQ(Draw(5).even("nose"), Draw(5).even("nose")); }

TEST(Draw, NamesAndSeedsDrawDifferently) {
  EXPECT_NE(Draw(5).even("nose"), Draw(5).even("chin"));
  EXPECT_NE(Draw(5).even("nose"), Draw(6).even("nose"));
}

// From a second implementation in Python: FNV-1a over the name from 0xcbf29ce484222325 ^ seed *
// 0x9e3779b97f4a7c15, then SplitMix64, its upper 24 bits.
TEST(Draw, IsTheSameOnEveryMachine) {
  EXPECT_FLOAT_EQ(Draw(1).even("nose-width"), 0.88814026F);
  EXPECT_FLOAT_EQ(Draw(4711).even("hair"), 0.44009131F);
}

TEST(Draw, NormalHasMeanZeroAndDeviationOne) {
  double sum = 0, squares = 0;
  constexpr int kCount = 4000;
  for (int i = 0; i < kCount; ++i) {
    const double value = static_cast<double>(Draw(7).normal(std::to_string(i)));
    sum += value;
    squares += value * value;
  }
  EXPECT_NEAR(sum / kCount, 0, 0.05);  // three standard errors
  EXPECT_NEAR(squares / kCount, 1, 0.07);
}

TEST(Draw, PickReachesEveryChoiceAndNoMore) {
  std::set<std::size_t> seen;
  for (std::uint32_t seed = 0; seed < 200; ++seed) seen.insert(Draw(seed).pick("x", 5));
  EXPECT_EQ(seen, (std::set<std::size_t>{0, 1, 2, 3, 4}));
}

}  // namespace draw_test
}  // namespace uketsuke::camera
