#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "camera_model/head/anatomy/solid.h"
#include "camera_model/head/attire/worn_things.h"
#include "camera_model/head/draw.h"

namespace uketsuke::camera {
namespace {

/// Texture of the cloth: three pleats across and a hem.
std::shared_ptr<const Image> pleats() {
  auto image = std::make_shared<Image>(Image::blank(8, 128, 3));
  for (int y = 0; y < image->height; ++y) {
    const float down = static_cast<float>(y) / static_cast<float>(image->height);
    float shade = down < 0.06F || down > 0.95F ? 0.93F : 1.0F;
    for (const float fold : {0.30F, 0.48F, 0.66F})
      shade -= 0.18F * std::exp(-std::pow((down - fold) / 0.012F, 2.0F));
    for (int x = 0; x < image->width; ++x)
      std::fill_n(image->at(x, y), 3, static_cast<std::uint8_t>(245.0F * shade));
  }
  return image;
}

Vec3 cloth_colour(std::uint32_t seed) {
  static const Vec3 kColours[] = {{0.92F, 0.92F, 0.92F},
                                  {0.92F, 0.92F, 0.92F},
                                  {0.62F, 0.80F, 0.90F},
                                  {0.90F, 0.74F, 0.76F},
                                  {0.05F, 0.05F, 0.055F}};
  return kColours[Draw(seed).pick("mask", 5)];
}

}  // namespace

std::vector<Surface> surgical_mask(const Measures& head, const MaskCloth& cloth, std::uint32_t seed) {
  static const std::shared_ptr<const Image> kPleats = pleats();
  Material material;
  material.texture = kPleats;
  material.colour = cloth_colour(seed);
  material.both_sides = true;
  const auto place = [&](float across, float down) {
    return cloth.at(static_cast<std::size_t>(across * static_cast<float>(MaskCloth::kColumns - 1) + 0.5F),
                    static_cast<std::size_t>(down * static_cast<float>(MaskCloth::kRows - 1) + 0.5F));
  };
  std::vector<Surface> worn;
  worn.push_back(sheet("mask", MaskCloth::kColumns, MaskCloth::kRows, false, place, std::move(material)));
  Surface loops;
  loops.name = "loops";
  loops.material.colour = {0.85F, 0.85F, 0.85F};
  const Vec3 ear = head.left_ear + Vec3{4.0F, 0, 0};
  for (const float side : {1.0F, -1.0F}) {
    const float end = side > 0 ? 1.0F : 0.0F;
    const Vec3 upper = place(end, 0.04F);
    const Vec3 lower = place(end, 0.96F);
    const Vec3 hook{side * ear.x, ear.y, ear.z};
    add_tube(loops, {upper, upper + (hook - upper) * 0.5F + Vec3{side * 4.0F, 0, 0}, hook}, 1.0F, false);
    const Vec3 lobe{side * ear.x, ear.y - 48.0F, ear.z + 6.0F};
    add_tube(loops, {lower, lower + (lobe - lower) * 0.5F + Vec3{side * 4.0F, 0, 0}, lobe}, 1.0F, false);
  }
  worn.push_back(std::move(loops));
  return worn;
}

}  // namespace uketsuke::camera
