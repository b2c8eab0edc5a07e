#include "camera_model/sensor/pixel_array.h"

#include <algorithm>
#include <cmath>

namespace uketsuke::camera {

void PixelArray::read_row(const float* electrons, std::size_t count, double gain, const Noise& noise, int row,
                          std::uint16_t* numbers) {
  deviates_.resize(count);
  noise.row(static_cast<std::uint64_t>(row), deviates_.data(), count);
  const double slope = numbers_per_electron(gain);
  const double adc = sensor_.adc_noise / slope;  // in electrons
  const auto dark = static_cast<float>(sensor_.read_noise * sensor_.read_noise + adc * adc);
  const auto per_electron = static_cast<float>(slope);
  const auto full = static_cast<float>(sensor_.full_well);
  const float black = static_cast<float>(sensor_.black_level) + 0.5F;  // the converter rounds
  const auto most = static_cast<float>(kMostDigitalNumber);
  const float* deviate = deviates_.data();
  for (std::size_t i = 0; i < count; ++i) {
    // Written so that NaN counts as no light; beyond four full wells, the overflow does not change further.
    const float mean = std::min(std::max(0.0F, electrons[i]), 4 * full);
    const float seen = mean + std::sqrt(mean + dark) * deviate[i];
    const float number = std::min(seen, full) * per_electron + black;
    numbers[i] = static_cast<std::uint16_t>(static_cast<int>(std::min(std::max(number, 0.0F), most)));
  }
}

}  // namespace uketsuke::camera
