#include "camera_model/sensor/pixel_array.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace uketsuke::camera {
namespace pixel_array_test {

CameraProfile::Sensor sensor() {
  CameraProfile::Sensor s;
  s.full_well = 10000;
  s.read_noise = 4;
  s.adc_noise = 0.5;
  s.black_level = 64;
  return s;
}

struct Statistics {
  double mean = 0, variance = 0;
};

/// From 400,000 pixels in uniform light: the mean is accurate to 0.02 numbers or better, the variance to one
/// per cent.
Statistics measure(const CameraProfile::Sensor& settings, float electrons, double gain) {
  constexpr std::size_t kColumns = 1000;
  constexpr int kRows = 400;
  PixelArray pixels(settings);
  const std::vector<float> light(kColumns, electrons);
  std::vector<std::uint16_t> numbers(kColumns);
  double sum = 0, squares = 0;
  for (int y = 0; y < kRows; ++y) {
    pixels.read_row(light.data(), kColumns, gain, Noise(3), y, numbers.data());
    for (const std::uint16_t number : numbers) {
      sum += number;
      squares += number * number;
    }
  }
  const double count = kColumns * kRows;
  return {sum / count, squares / count - sum / count * sum / count};
}

// The photon transfer method (EMVA Standard 1288): the variance of shot noise is the gain times the signal.

TEST(PixelArray, SlopeOfThePhotonTransferCurveIsTheStatedGain) {
  for (const double gain : {2.0, 4.0, 8.0}) {
    const Statistics low = measure(sensor(), 300, gain);
    const Statistics high = measure(sensor(), 1000, gain);
    const double slope = (high.variance - low.variance) / (high.mean - low.mean);
    EXPECT_NEAR(slope, gain * 959 / 10000, 0.03 * gain * 959 / 10000) << gain;
  }
}

TEST(PixelArray, MeanIsTheSignalTimesTheGainAboveTheBlackLevel) {
  for (const float electrons : {0.0F, 20.0F, 500.0F, 4000.0F}) {
    EXPECT_NEAR(measure(sensor(), electrons, 2).mean, 64 + 2 * 0.0959 * electrons, 0.1) << electrons;
  }
}

TEST(PixelArray, NoiseInTheDarkIsThatOfAmplifierAndConverter) {
  // At gain 16 an electron is 1.5344 numbers; the converter adds its own noise and 1/12 of rounding.
  const double expected = 4 * 1.5344 * 4 * 1.5344 + 0.5 * 0.5 + 1.0 / 12;
  EXPECT_NEAR(measure(sensor(), 0, 16).variance, expected, 0.02 * expected);
}

TEST(PixelArray, NoiseOfTheConverterDoesNotGrowWithTheGain) {
  CameraProfile::Sensor loud = sensor();
  loud.read_noise = 0;
  loud.adc_noise = 2;
  for (const double gain : {1.0, 16.0})
    EXPECT_NEAR(measure(loud, 0, gain).variance, 4 + 1.0 / 12, 0.1) << gain;
}

TEST(PixelArray, FullWellIsTheLargestNumber) {
  EXPECT_EQ(measure(sensor(), 12000, 1).mean, 1023);
  EXPECT_EQ(measure(sensor(), 12000, 1).variance, 0);
}

TEST(PixelArray, LightOfTheSunAndLightThatIsNoNumberAreNumbersOfTheConverter) {
  PixelArray pixels(sensor());
  const std::vector<float> light = {std::numeric_limits<float>::infinity(), 1e30F,
                                    std::numeric_limits<float>::quiet_NaN(), -5.0F};
  std::vector<std::uint16_t> numbers(light.size());
  pixels.read_row(light.data(), light.size(), 1, Noise(1), 0, numbers.data());
  EXPECT_EQ(numbers[0], 1023);
  EXPECT_EQ(numbers[1], 1023);
  EXPECT_NEAR(numbers[2], 64, 10);
  EXPECT_NEAR(numbers[3], 64, 10);
}

}  // namespace pixel_array_test
}  // namespace uketsuke::camera
