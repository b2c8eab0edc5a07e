#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include "camera_model/head/draw.h"
#include "camera_model/head/solid.h"
#include "camera_model/head/worn_things.h"

namespace uketsuke::camera {
namespace {

constexpr std::size_t kColumns = 25;
constexpr std::size_t kRows = 19;
constexpr float kHalfTurn = 1.22F;  // radians to each side that the cloth reaches
constexpr float kAxis = -45.0F;     // depth of the upright axis that the cloth is bent round, mm
constexpr float kStandOff = 2.5F;   // of the cloth from the skin, mm

using Grid = std::array<std::array<float, kColumns>, kRows>;

/// Narrower round the chin: the jaw turns away there.
float angle_of(std::size_t column, std::size_t row) {
  const float half = kHalfTurn * (1.0F - 0.22F * static_cast<float>(row) / static_cast<float>(kRows - 1));
  return half * (2.0F * static_cast<float>(column) / static_cast<float>(kColumns - 1) - 1.0F);
}

/// How far the face reaches from the axis, by angle and height; 0 where no vertex is.
Grid relief(const std::vector<Vec3>& face, float top, float bottom) {
  Grid reach{};
  for (const Vec3& p : face) {
    if (p.y > top + 4 || p.y < bottom - 4 || p.z < kAxis) continue;
    const float row = (top - p.y) / (top - bottom) * static_cast<float>(kRows - 1);
    const auto r = static_cast<std::size_t>(std::clamp(row + 0.5F, 0.0F, static_cast<float>(kRows - 1)));
    const float angle = std::atan2(p.x, p.z - kAxis);
    const float column = (angle / angle_of(kColumns - 1, r) + 1.0F) * 0.5F * static_cast<float>(kColumns - 1);
    if (column < -0.5F || column > static_cast<float>(kColumns) - 0.5F) continue;
    const auto c =
        static_cast<std::size_t>(std::clamp(column + 0.5F, 0.0F, static_cast<float>(kColumns - 1)));
    const float out = std::hypot(p.x, p.z - kAxis);
    if (out < 125.0F) reach[r][c] = std::max(reach[r][c], out);  // arms and chest are farther
  }
  // Below the mouth a face only recedes; what stands out there is a shoulder.
  for (std::size_t r = kRows / 2; r < kRows; ++r)
    for (std::size_t c = 0; c < kColumns; ++c)
      if (reach[r - 1][c] > 0) reach[r][c] = std::min(reach[r][c], reach[r - 1][c] + 2.0F);
  return reach;
}

/// Cloth does not follow hollows: each row becomes its convex hull seen from above, filling what has no
/// vertex too.
void stretch(std::array<float, kColumns>& row, std::size_t r) {
  std::array<Vec2, kColumns> at{};
  for (std::size_t c = 0; c < kColumns; ++c)
    at[c] = {std::sin(angle_of(c, r)) * row[c], std::cos(angle_of(c, r)) * row[c]};
  for (std::size_t c = 0; c < kColumns; ++c)
    for (std::size_t i = 0; i < c; ++i)
      for (std::size_t k = c + 1; k < kColumns; ++k) {
        const Vec2 chord = at[k] - at[i];
        const float s = std::sin(angle_of(c, r));
        const float q = std::cos(angle_of(c, r));
        const float across = s * chord.y - q * chord.x;
        if (std::fabs(across) < 1e-4F) continue;
        const float out = (at[i].x * chord.y - at[i].y * chord.x) / across;
        row[c] = std::max(row[c], out);
      }
}

void smooth_down(Grid& reach) {
  for (int round = 0; round < 2; ++round) {
    const Grid before = reach;
    for (std::size_t r = 1; r + 1 < kRows; ++r)
      for (std::size_t c = 0; c < kColumns; ++c)
        reach[r][c] = std::max(before[r][c], 0.5F * (before[r - 1][c] + before[r + 1][c]));
  }
}

/// The two ends hang from their loops: straight, whatever is behind them.
void straighten_ends(Grid& reach) {
  for (int round = 0; round < 6; ++round) {
    const Grid before = reach;
    for (std::size_t c = 0; c < kColumns; ++c) {
      if (std::min(c, kColumns - 1 - c) > 4) continue;
      for (std::size_t r = 0; r < kRows; ++r)
        reach[r][c] =
            (before[r > 0 ? r - 1 : r][c] + before[r][c] + before[r + 1 < kRows ? r + 1 : r][c]) / 3.0F;
    }
  }
}

/// Three pleats across, and a hem.
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

Vec3 colour_of(std::uint32_t seed) {
  static const Vec3 kColours[] = {{0.92F, 0.92F, 0.92F},
                                  {0.92F, 0.92F, 0.92F},
                                  {0.62F, 0.80F, 0.90F},
                                  {0.90F, 0.74F, 0.76F},
                                  {0.05F, 0.05F, 0.055F}};
  return kColours[Draw(seed).pick("mask", 5)];
}

}  // namespace

std::vector<Surface> surgical_mask(const Measures& head, const std::vector<Vec3>& face, std::uint32_t seed) {
  const float top = -0.16F * -head.chin;
  const float bottom = head.chin + 2.0F;
  Grid reach = relief(face, top, bottom);
  for (std::size_t r = 0; r < kRows; ++r) stretch(reach[r], r);
  smooth_down(reach);
  straighten_ends(reach);
  static const std::shared_ptr<const Image> kPleats = pleats();
  Material material;
  material.texture = kPleats;
  material.colour = colour_of(seed);
  material.both_sides = true;
  const auto place = [&](float across, float down) {
    const auto c = static_cast<std::size_t>(across * static_cast<float>(kColumns - 1) + 0.5F);
    const auto r = static_cast<std::size_t>(down * static_cast<float>(kRows - 1) + 0.5F);
    const float side = 2.0F * across - 1.0F;
    const float out = reach[r][c] + kStandOff;
    // The upper edge falls away from the nose to the cheeks, the lower one rises a little.
    const float y =
        top - (top - bottom) * down - 20.0F * side * side * (1.0F - down) + 14.0F * side * side * down;
    return Vec3{std::sin(angle_of(c, r)) * out, y, kAxis + std::cos(angle_of(c, r)) * out};
  };
  std::vector<Surface> worn;
  worn.push_back(sheet("mask", kColumns, kRows, false, place, std::move(material)));
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
