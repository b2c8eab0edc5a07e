#include "camera_model/sensor/noise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace uketsuke::camera {
namespace noise_test {

std::vector<float> field(std::uint64_t key, std::size_t rows, std::size_t columns) {
  std::vector<float> all(rows * columns);
  for (std::size_t y = 0; y < rows; ++y) Noise(key).row(y, &all[y * columns], columns);
  return all;
}

double moment(const std::vector<float>& values, int power) {
  double sum = 0;
  for (const float value : values) sum += std::pow(value, power);
  return sum / static_cast<double>(values.size());
}

double correlation(const std::vector<float>& values, std::size_t lag) {
  double sum = 0;
  for (std::size_t i = 0; i + lag < values.size(); ++i)
    sum += static_cast<double>(values[i]) * static_cast<double>(values[i + lag]);
  return sum / static_cast<double>(values.size() - lag);
}

// A million deviates: the standard error of the mean is 0.001, of the variance 0.0014, of the fourth moment
// 0.01.

TEST(Noise, HasTheMomentsOfTheNormalDistribution) {
  const std::vector<float> noise = field(7, 1000, 1000);
  EXPECT_NEAR(moment(noise, 1), 0, 0.005);
  EXPECT_NEAR(moment(noise, 2), 1, 0.007);
  EXPECT_NEAR(moment(noise, 3), 0, 0.015);
  EXPECT_NEAR(moment(noise, 4), 3, 0.05);
}

TEST(Noise, HasTheQuantilesOfTheNormalDistribution) {
  std::vector<float> noise = field(7, 1000, 1000);
  std::sort(noise.begin(), noise.end());
  // Standard normal table: 84.13 %, 97.725 %, 99.865 %.
  EXPECT_NEAR(noise[841345], 1, 0.01);
  EXPECT_NEAR(noise[977250], 2, 0.02);
  EXPECT_NEAR(noise[998650], 3, 0.05);
}

TEST(Noise, NeighboursAreIndependent) {
  constexpr std::size_t kColumns = 1000;
  const std::vector<float> noise = field(7, 1000, kColumns);
  for (const std::size_t lag : {std::size_t{1}, std::size_t{2}, std::size_t{5}, kColumns, kColumns + 1})
    EXPECT_NEAR(correlation(noise, lag), 0, 0.005) << lag;
}

TEST(Noise, SameKeyAndPlaceGiveTheSameDeviates) { EXPECT_EQ(field(7, 3, 17), field(7, 3, 17)); }

TEST(Noise, ColumnDoesNotDependOnHowManyAreAskedFor) {
  std::vector<float> few(7);
  std::vector<float> many(640);
  Noise(9).row(4, few.data(), few.size());
  Noise(9).row(4, many.data(), many.size());
  many.resize(few.size());
  EXPECT_EQ(few, many);
}

TEST(Noise, NeighbouringKeysGiveIndependentDeviates) {
  const std::vector<float> one = field(7, 1000, 100);
  const std::vector<float> two = field(8, 1000, 100);
  double sum = 0;
  for (std::size_t i = 0; i < one.size(); ++i)
    sum += static_cast<double>(one[i]) * static_cast<double>(two[i]);
  EXPECT_NEAR(sum / static_cast<double>(one.size()), 0, 0.015);
}

TEST(Noise, MixingTellsItsArgumentsApart) { EXPECT_NE(Noise::mix(1, 2), Noise::mix(2, 1)); }

}  // namespace noise_test
}  // namespace uketsuke::camera
