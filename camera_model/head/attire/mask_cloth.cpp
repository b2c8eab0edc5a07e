#include "camera_model/head/attire/mask_cloth.h"

#include <algorithm>
#include <cmath>

namespace uketsuke::camera {
namespace {

constexpr std::size_t kColumns = MaskCloth::kColumns;
constexpr std::size_t kRows = MaskCloth::kRows;
constexpr float kHalfTurn = 1.22F;  // extent of the cloth to each side, in radians
constexpr float kAxis = -45.0F;     // depth of the vertical axis round which the cloth is bent, in mm
constexpr float kStandOff = 2.5F;   // distance of the cloth from the skin, in mm
constexpr float kPressed = 2.3F;    // distance of a pressed beard below the cloth, in mm
constexpr float kUpper = 20.0F;     // drop of the upper edge from the nose to the cheeks, in mm
constexpr float kLower = 14.0F;     // rise of the lower edge towards the cheeks, in mm

using Grid = MaskCloth::Grid;

/// The cloth is narrower round the chin, where the jaw recedes.
float half_angle(float row) { return kHalfTurn * (1.0F - 0.22F * row / static_cast<float>(kRows - 1)); }

/// -1 at the cloth's end on the head's right, 1 at its end on the left.
float side_of(float column) { return 2.0F * column / static_cast<float>(kColumns - 1) - 1.0F; }

float angle_of(std::size_t column, std::size_t row) {
  return half_angle(static_cast<float>(row)) * side_of(static_cast<float>(column));
}

/// Evens out the two sides: those of a face differ little, so a large difference is a vertex of another part,
/// or a gap.
void make_even(Grid& reach) {
  constexpr float kUneven = 4.0F;  // in mm
  for (auto& row : reach) {
    const auto before = row;
    for (std::size_t c = 0; c < kColumns; ++c) {
      const float other = before[kColumns - 1 - c];
      if (other > 0) row[c] = row[c] > 0 ? std::min(row[c], other + kUneven) : other;
    }
  }
}

/// Distance of the face from the axis, by angle and height; 0 where there is no vertex.
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
    if (out < 125.0F) reach[r][c] = std::max(reach[r][c], out);  // arms and chest are farther away
  }
  make_even(reach);
  // Below the mouth a face only recedes; what protrudes there is a shoulder.
  for (std::size_t r = kRows / 2; r < kRows; ++r)
    for (std::size_t c = 0; c < kColumns; ++c)
      if (reach[r - 1][c] > 0) reach[r][c] = std::min(reach[r][c], reach[r - 1][c] + 2.0F);
  return reach;
}

/// Stretches each row to its convex hull seen from above: cloth bridges hollows. This also fills gaps without
/// vertices.
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

/// Continues the cloth below the chin, where there is nothing to follow: it hangs slightly inwards.
void drape(Grid& reach) {
  constexpr float kInwards = 2.5F;  // mm per row
  for (std::size_t r = 1; r < kRows; ++r)
    for (std::size_t c = 0; c < kColumns; ++c)
      reach[r][c] = std::max(reach[r][c], reach[r - 1][c] - kInwards);
}

/// Straightens both ends: they hang from their loops, whatever is behind them.
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

/// Bilinear interpolation between four grid points.
float between(const Grid& grid, float column, float row) {
  const auto c = std::min(static_cast<std::size_t>(column), kColumns - 2);
  const auto r = std::min(static_cast<std::size_t>(row), kRows - 2);
  const float across = column - static_cast<float>(c), down = row - static_cast<float>(r);
  return (grid[r][c] * (1 - across) + grid[r][c + 1] * across) * (1 - down) +
         (grid[r + 1][c] * (1 - across) + grid[r + 1][c + 1] * across) * down;
}

}  // namespace

MaskCloth::MaskCloth(const Measures& head, const std::vector<Vec3>& face)
    : top_(-0.16F * -head.chin), bottom_(head.chin + 2.0F), reach_(relief(face, top_, bottom_)) {
  for (std::size_t r = 0; r < kRows; ++r) stretch(reach_[r], r);
  smooth_down(reach_);
  drape(reach_);
  straighten_ends(reach_);
  for (auto& row : reach_)
    for (float& reach : row) reach += kStandOff;
}

Vec3 MaskCloth::place(float column, float row, float reach) const {
  const float side = side_of(column), down = row / static_cast<float>(kRows - 1);
  const float angle = half_angle(row) * side;
  const float y =
      top_ - (top_ - bottom_) * down - kUpper * side * side * (1.0F - down) + kLower * side * side * down;
  return {std::sin(angle) * reach, y, kAxis + std::cos(angle) * reach};
}

Vec3 MaskCloth::at(std::size_t column, std::size_t row) const {
  return place(static_cast<float>(column), static_cast<float>(row), reach_[row][column]);
}

void MaskCloth::press(Surface& beard) const {
  constexpr float kLastRow = kRows - 1, kLastColumn = kColumns - 1;
  for (Vec3& p : beard.positions) {
    const float angle = std::atan2(p.x, p.z - kAxis);
    // The row depends on the side, and the side on the row: three iterations are accurate enough.
    float row = kLastRow / 2, side = 0;
    for (int round = 0; round < 3; ++round) {
      side = angle / half_angle(row);
      const float squared = side * side;
      row = (top_ - kUpper * squared - p.y) / (top_ - bottom_ - (kUpper + kLower) * squared) * kLastRow;
      row = std::clamp(row, -1.0F, kLastRow + 1);
    }
    if (std::abs(side) > 1 || row < 0 || row > kLastRow) continue;
    const float inside = between(reach_, (side + 1) / 2 * kLastColumn, row) - kPressed;
    const float out = std::hypot(p.x, p.z - kAxis);
    if (out <= inside) continue;
    p.x *= inside / out;
    p.z = kAxis + (p.z - kAxis) * (inside / out);
  }
}

}  // namespace uketsuke::camera
