#include "camera_model/sensor/noise.h"

#include <array>
#include <cmath>

namespace uketsuke::camera {

namespace {

constexpr std::size_t kQuantiles = 4096;
constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;

std::uint64_t scrambled(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

/// The quantile function w(p) and its slope, integrated from the median by w'' = w w'² (Steinbrecher and Shaw
/// 2008) with fourth-order Runge-Kutta. It uses only additions and multiplications, which all machines round
/// alike; logarithms differ between C libraries.
struct Quantile {
  double value = 0;
  double slope = 2.5066282746310002;  // √(2π), the reciprocal of the density at the median

  void advance(double step) {
    const auto bend = [](double w, double v) { return w * v * v; };
    const double v1 = slope, a1 = bend(value, v1);
    const double v2 = slope + step / 2 * a1, a2 = bend(value + step / 2 * v1, v2);
    const double v3 = slope + step / 2 * a2, a3 = bend(value + step / 2 * v2, v3);
    const double v4 = slope + step * a3, a4 = bend(value + step * v3, v4);
    value += step / 6 * (v1 + 2 * v2 + 2 * v3 + v4);
    slope += step / 6 * (a1 + 2 * a2 + 2 * a3 + a4);
  }
};

std::array<float, kQuantiles> make_quantiles() {
  constexpr int kSubsteps = 16;
  constexpr double kStep = 1.0 / kQuantiles / kSubsteps;
  std::array<double, kQuantiles / 2> upper{};
  Quantile quantile;
  double squares = 0;
  for (std::size_t i = 0; i < upper.size(); ++i) {
    // Half a step to the middle of the first interval, then full steps
    const int steps = i == 0 ? kSubsteps / 2 : kSubsteps;
    for (int s = 0; s < steps; ++s) quantile.advance(kStep);
    upper[i] = quantile.value;
    squares += quantile.value * quantile.value;
  }
  const double scale = 1 / std::sqrt(squares / static_cast<double>(upper.size()));
  std::array<float, kQuantiles> table{};
  for (std::size_t i = 0; i < upper.size(); ++i) {
    const auto value = static_cast<float>(upper[i] * scale);
    table[kQuantiles / 2 + i] = value;
    table[kQuantiles / 2 - 1 - i] = -value;
  }
  return table;
}

const std::array<float, kQuantiles>& quantiles() {
  static const std::array<float, kQuantiles> table = make_quantiles();
  return table;
}

}  // namespace

std::uint64_t Noise::mix(std::uint64_t a, std::uint64_t b) { return scrambled(a + kGolden * (b + 1)); }

void Noise::row(std::uint64_t row, float* out, std::size_t count) const {
  const float* table = quantiles().data();
  std::uint64_t counter = mix(key_, row);
  const auto next = [&] { return scrambled(counter += kGolden); };
  std::size_t i = 0;
  for (; i + 5 <= count; i += 5) {  // five times 12 of 64 bits
    const std::uint64_t bits = next();
    out[i] = table[bits & 0xFFF];
    out[i + 1] = table[(bits >> 12) & 0xFFF];
    out[i + 2] = table[(bits >> 24) & 0xFFF];
    out[i + 3] = table[(bits >> 36) & 0xFFF];
    out[i + 4] = table[(bits >> 48) & 0xFFF];
  }
  if (i == count) return;
  for (std::uint64_t bits = next(); i < count; ++i, bits >>= 12) out[i] = table[bits & 0xFFF];
}

}  // namespace uketsuke::camera
