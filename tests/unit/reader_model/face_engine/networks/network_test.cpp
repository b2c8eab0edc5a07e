#include "reader_model/face_engine/networks/network.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

#include "reader_model/face_engine/face_error.h"
#include "tests/unit/reader_model/face_engine/fake_network.h"

namespace uketsuke::reader::face_engine {
namespace network_test {

using Limits = std::numeric_limits<float>;

bool finite_with(float value) {
  std::array<float, 9> numbers{};
  numbers[7] = value;
  return all_finite({numbers.data(), numbers.size()});
}

class NotFinite : public testing::TestWithParam<float> {};

TEST_P(NotFinite, IsSeen) { EXPECT_FALSE(finite_with(GetParam())); }

TEST_P(NotFinite, FromAModelIsAnErrorAndNoScore) {
  FakeNetwork network({"liveness", {1, 4}, {3}});
  network.outputs[0] = {0, 1, GetParam()};
  try {
    network.run();
    FAIL() << "accepted";
  } catch (const FaceError& error) {
    EXPECT_EQ(error.status(), UKETSUKE_FACE_FAILED);
  }
}

INSTANTIATE_TEST_SUITE_P(Floats, NotFinite,
                         testing::Values(Limits::quiet_NaN(), -Limits::quiet_NaN(), Limits::signaling_NaN(),
                                         Limits::infinity(), -Limits::infinity()));

class Finite : public testing::TestWithParam<float> {};

TEST_P(Finite, IsLetPass) { EXPECT_TRUE(finite_with(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Floats, Finite,
                         testing::Values(0.0F, -0.0F, Limits::max(), Limits::lowest(), Limits::denorm_min()));

TEST(Network, HasAsManyInputsAsTheProductOfItsSides) {
  EXPECT_EQ(FakeNetwork({"x", {1, 3, 240, 320}, {1}}).input_size(), 230400U);
}

TEST(Network, FindsAnOutputByItsSizeWhereverItStands) {
  FakeNetwork network({"x", {1}, {3, 5}});
  network.outputs[1][4] = 7;
  EXPECT_EQ(network.output(5).data[4], 7);
}

TEST(Network, SaysThatThereIsNoOutputOfASize) {
  EXPECT_THROW(FakeNetwork({"x", {1}, {3, 5}}).output(4), FaceError);
}

TEST(Network, RunsOnZerosToBeWiped) {
  FakeNetwork network({"x", {4}, {1}});
  network.numbers = {1, 2, 3, 4};
  network.wipe();
  EXPECT_EQ(network.numbers, std::vector<float>(4, 0.0F));
  EXPECT_EQ(network.runs, 1);
}

#if defined(__SSE__)
TEST(Network, ComputesWithoutSubnormalNumbers) {
  FakeNetwork network({"x", {4}, {1}});
  network.run();
  EXPECT_EQ(network.smallest, 0.0F);
}
#endif

TEST(Network, LeavesTheArithmeticOfItsCallerAsItWas) {
  FakeNetwork network({"x", {4}, {1}});
  network.run();
  network.wipe();
  volatile float small = Limits::min();
  small = small / 2;
  EXPECT_GT(small, 0.0F);
}

}  // namespace network_test
}  // namespace uketsuke::reader::face_engine
