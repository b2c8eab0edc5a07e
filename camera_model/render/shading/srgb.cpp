#include "camera_model/render/shading/srgb.h"

#include <cmath>
#include <memory>

namespace uketsuke::camera {

namespace {

double decode(double encoded) {
  return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

double encode(double linear) {
  return linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

std::unique_ptr<SrgbTables> build() {
  auto tables = std::make_unique<SrgbTables>();
  for (std::size_t i = 0; i < tables->linear.size(); ++i)
    tables->linear[i] = static_cast<float>(decode(static_cast<double>(i) / (255.0 * SrgbTables::kFine)));
  for (std::size_t i = 0; i < tables->encoded.size(); ++i)
    tables->encoded[i] = static_cast<std::uint8_t>(encode(static_cast<double>(i) / 65535.0) * 255.0 + 0.5);
  return tables;
}

}  // namespace

const SrgbTables& srgb_tables() {
  static const std::unique_ptr<SrgbTables> tables = build();
  return *tables;
}

}  // namespace uketsuke::camera
