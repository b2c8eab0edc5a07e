#include <algorithm>
#include <cmath>
#include <utility>

#include "camera_model/head/anatomy/solid.h"
#include "camera_model/head/attire/worn_things.h"
#include "camera_model/head/draw.h"

namespace uketsuke::camera {
namespace {

constexpr float kTurn = 6.2831853F;

/// The inside of a hat: half an egg on a tilted rim, with room for hair.
struct Crown {
  Vec3 centre;  ///< of the rim
  float x = 0, up = 0, before = 0, behind = 0;

  explicit Crown(const Measures& head) {
    const float rim = head.crown * 0.46F;
    centre = {0, rim, (head.front + head.back) * 0.5F};
    x = head.half_width + 9.0F;
    up = head.crown - rim + 14.0F;
    before = head.front - centre.z + 8.0F;
    behind = centre.z - head.back + 9.0F;
  }

  /// @param turn  0 left side, a quarter front
  /// @param rise  0 rim, 1 top
  /// @param out  mm outwards
  Vec3 at(float turn, float rise, float out, float squareness) const {
    const float angle = kTurn * turn;
    const float height = std::sin(rise * kTurn * 0.25F);
    const float ring = std::pow(std::max(0.0F, 1.0F - std::pow(height, squareness)), 1.0F / squareness);
    const float z = std::sin(angle);
    return centre + Vec3{std::cos(angle) * ring * (x + out), height * (up + out) + tilt(z),
                         z * ring * ((z > 0 ? before : behind) + out)};
  }
  /// The rim is higher on the forehead than on the neck.
  static float tilt(float z) { return z < 0 ? 16.0F * z : 0.0F; }
};

std::shared_ptr<const Image> knit() {
  auto image = std::make_shared<Image>(Image::blank(512, 32, 3));
  for (int y = 0; y < image->height; ++y)
    for (int x = 0; x < image->width; ++x) {
      const float rib = 0.5F + 0.5F * std::cos(kTurn * static_cast<float>(x) / 8.0F);
      const float purl = 0.5F + 0.5F * std::cos(kTurn * static_cast<float>(y) / 4.0F);
      std::fill_n(image->at(x, y), 3, static_cast<std::uint8_t>(150.0F + 75.0F * rib + 25.0F * rib * purl));
    }
  return image;
}

Vec3 colour_of(std::uint32_t seed) {
  static const Vec3 kColours[] = {{0.03F, 0.035F, 0.06F},
                                  {0.12F, 0.11F, 0.10F},
                                  {0.20F, 0.04F, 0.05F},
                                  {0.30F, 0.26F, 0.19F},
                                  {0.05F, 0.09F, 0.07F}};
  return kColours[Draw(seed).pick("hat", 5)];
}

/// Cuff (the lowest quarter, folded double) and dome.
Vec3 cap_at(const Crown& crown, float across, float down) {
  const float rise = 1.0F - down;
  const float cuff = rise < 0.28F ? 4.0F : std::max(0.0F, 4.0F - (rise - 0.28F) * 60.0F);
  return crown.at(0.75F - across, rise, 3.0F + cuff, 2.0F);
}

/// From the top down: dome, then brim.
Vec3 brimmed_at(const Crown& crown, float across, float down) {
  constexpr float kDome = 0.7F;
  constexpr float kBrim = 58.0F;
  const float turn = 0.75F - across;
  if (down < kDome) return crown.at(turn, 1.0F - down / kDome, 4.0F, 2.8F);
  const float out = (down - kDome) / (1.0F - kDome);
  Vec3 rim = crown.at(turn, 0.0F, 4.0F + kBrim * out, 2.8F);
  rim.y += 4.0F - 16.0F * out * out;
  return rim;
}

}  // namespace

Surface hat_on(const Measures& head, Hat hat, std::uint32_t seed) {
  const Crown crown(head);
  static const std::shared_ptr<const Image> kKnit = knit();
  Material material;
  material.both_sides = true;
  material.colour = colour_of(seed);
  if (hat == Hat::cap) {
    material.texture = kKnit;
    material.colour = material.colour * 1.6F;
  }
  return sheet(
      "hat", 49, 22, true,
      [&](float across, float down) {
        return hat == Hat::cap ? cap_at(crown, across, down) : brimmed_at(crown, across, down);
      },
      std::move(material));
}

void press_under_hat(const Measures& head, Surface& hair) {
  constexpr float kEase = 0.9F;  // range of the effect below the rim, as a fraction of the crown's height
  const Crown crown(head);
  for (Vec3& p : hair.positions) {
    const Vec3 from = p - crown.centre;
    const float depth = from.z > 0 ? crown.before : crown.behind;
    const float z = from.z / depth;
    const float height = (from.y - Crown::tilt(std::clamp(z, -1.0F, 1.0F))) / crown.up;
    if (height < -kEase) continue;
    const float ring = from.x * from.x / (crown.x * crown.x) + z * z;
    const float reach = std::sqrt(ring + (height > 0 ? height * height : 0.0F));
    const float inside = 0.97F;
    if (reach <= inside) continue;
    // Fades in below the rim, so that hair flares out from under it.
    const float share = std::clamp((height + kEase) / kEase, 0.0F, 1.0F);
    const float scale = 1.0F + (inside / reach - 1.0F) * share;
    p = crown.centre + Vec3{from.x * scale, height > 0 ? from.y * scale : from.y, from.z * scale};
  }
}

}  // namespace uketsuke::camera
