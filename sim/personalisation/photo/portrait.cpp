#include "sim/personalisation/photo/portrait.h"

#include <algorithm>
#include <cmath>

#include "sim/pki/openssl/signature.h"

namespace uketsuke::personalisation {

namespace {

constexpr int kWidth = 192;
constexpr int kHeight = 240;

/// What varies between personas, each from 0 to 1.
struct Traits {
  double skin, hair, clothes, width, height;
};

Traits traits_of(std::string_view persona) {
  const Bytes hash = pki::sha256(to_bytes(persona));
  const auto fraction = [&hash](std::size_t i) { return hash[i] / 255.0; };
  return {fraction(0), fraction(1), fraction(2), fraction(3), fraction(4)};
}

/// 1 inside an ellipse, 0 outside, with an edge of about two pixels.
double inside(double x, double y, double centre_x, double centre_y, double radius_x, double radius_y) {
  const double distance = std::hypot((x - centre_x) / radius_x, (y - centre_y) / radius_y);
  return std::clamp((1.0 - distance) * std::min(radius_x, radius_y) / 2.0 + 0.5, 0.0, 1.0);
}

double mix(double below, double above, double share) { return below + (above - below) * share; }

}  // namespace

GreyImage draw_portrait(std::string_view persona) {
  const Traits traits = traits_of(persona);
  const double skin = 150 + 60 * traits.skin;
  const double hair = 25 + 70 * traits.hair;
  const double clothes = 50 + 90 * traits.clothes;
  const double face_width = 42 + 8 * traits.width;
  const double face_height = 56 + 8 * traits.height;
  GreyImage image{kWidth, kHeight, Bytes(static_cast<std::size_t>(kWidth) * kHeight)};
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      double grey = 235.0 - 0.05 * y;
      grey = mix(grey, clothes, inside(x, y, 96, 262, 92, 80));                        // shoulders
      grey = mix(grey, hair, inside(x, y, 96, 96, face_width + 8, face_height + 12));  // hair
      grey = mix(grey, skin * 0.92, inside(x, y, 96, 170, 20, 34));                    // neck
      grey = mix(grey, skin - 0.12 * std::abs(x - 96), inside(x, y, 96, 108, face_width, face_height));
      image.pixels[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)] =
          static_cast<std::uint8_t>(std::clamp(grey, 0.0, 255.0));
    }
  }
  return image;
}

}  // namespace uketsuke::personalisation
