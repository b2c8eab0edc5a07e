#include "reader_model/face_match/homography.h"

#include <cmath>
#include <cstddef>
#include <utility>

namespace uketsuke::reader {

namespace {

using camera::Vec2;

/// Shifts the centroid of points to the origin and scales their mean distance from it to 1.
struct Normaliser {
  double x = 0, y = 0, scale = 0;

  explicit Normaliser(const std::vector<Vec2>& points) {
    const auto count = static_cast<double>(points.size());
    for (const Vec2& point : points) {
      x += point.x / count;
      y += point.y / count;
    }
    double distance = 0;
    for (const Vec2& point : points) distance += std::hypot(point.x - x, point.y - y) / count;
    if (distance > 0) scale = 1 / distance;
  }
};

constexpr std::size_t kUnknowns = 8;
using Row = std::array<double, kUnknowns + 1>;  // the last element is the right-hand side

/// Gaussian elimination with row pivots, in place. @returns false if the equations do not determine the
/// unknowns
bool solve(std::array<Row, kUnknowns>& rows) {
  for (std::size_t column = 0; column < kUnknowns; ++column) {
    std::size_t pivot = column;
    for (std::size_t row = column + 1; row < kUnknowns; ++row) {
      if (std::abs(rows[row][column]) > std::abs(rows[pivot][column])) pivot = row;
    }
    if (std::abs(rows[pivot][column]) < 1e-9) return false;
    std::swap(rows[pivot], rows[column]);
    for (std::size_t row = 0; row < kUnknowns; ++row) {
      if (row == column) continue;
      const double factor = rows[row][column] / rows[column][column];
      for (std::size_t k = column; k <= kUnknowns; ++k) rows[row][k] -= factor * rows[column][k];
    }
  }
  for (std::size_t i = 0; i < kUnknowns; ++i) rows[i][kUnknowns] /= rows[i][i];
  return true;
}

/// Adds one equation to the normal equations.
void add(std::array<Row, kUnknowns>& normal, const Row& equation) {
  for (std::size_t i = 0; i < kUnknowns; ++i) {
    for (std::size_t k = 0; k <= kUnknowns; ++k) normal[i][k] += equation[i] * equation[k];
  }
}

Homography times(const Homography& a, const Homography& b) {
  Homography product{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      for (std::size_t k = 0; k < 3; ++k) product[row * 3 + column] += a[row * 3 + k] * b[k * 3 + column];
    }
  }
  return product;
}

}  // namespace

std::optional<Homography> fit_homography(const std::vector<Vec2>& from, const std::vector<Vec2>& to) {
  if (from.size() < 4 || from.size() != to.size()) return std::nullopt;
  const Normaliser a(from), b(to);
  if (a.scale == 0 || b.scale == 0) return std::nullopt;
  // With the centroid at the origin, the last element of the matrix is 0 only if the centroid is mapped to
  // infinity, which no view of a face does; so it is set to 1, and eight unknowns remain.
  std::array<Row, kUnknowns> normal{};
  for (std::size_t i = 0; i < from.size(); ++i) {
    const double x = (from[i].x - a.x) * a.scale, y = (from[i].y - a.y) * a.scale;
    const double u = (to[i].x - b.x) * b.scale, v = (to[i].y - b.y) * b.scale;
    add(normal, {x, y, 1, 0, 0, 0, -u * x, -u * y, u});
    add(normal, {0, 0, 0, x, y, 1, -v * x, -v * y, v});
  }
  if (!solve(normal)) return std::nullopt;
  Homography inner{};
  for (std::size_t i = 0; i < kUnknowns; ++i) inner[i] = normal[i][kUnknowns];
  inner[8] = 1;
  const Homography in = {a.scale, 0, -a.scale * a.x, 0, a.scale, -a.scale * a.y, 0, 0, 1};
  const Homography out = {1 / b.scale, 0, b.x, 0, 1 / b.scale, b.y, 0, 0, 1};
  Homography result = times(out, times(inner, in));
  if (std::abs(result[8]) < 1e-12) return std::nullopt;
  for (double& number : result) number /= result[8];
  return result;
}

Vec2 apply(const Homography& h, Vec2 p) {
  const double w = h[6] * p.x + h[7] * p.y + h[8];
  return {static_cast<float>((h[0] * p.x + h[1] * p.y + h[2]) / w),
          static_cast<float>((h[3] * p.x + h[4] * p.y + h[5]) / w)};
}

std::array<double, 2> stretches(const Homography& h, Vec2 p) {
  const double w = h[6] * p.x + h[7] * p.y + h[8];
  const double u = (h[0] * p.x + h[1] * p.y + h[2]) / w, v = (h[3] * p.x + h[4] * p.y + h[5]) / w;
  const double a = (h[0] - u * h[6]) / w, b = (h[1] - u * h[7]) / w;
  const double c = (h[3] - v * h[6]) / w, d = (h[4] - v * h[7]) / w;
  // Singular values of a 2x2 matrix in closed form.
  const double sum = std::hypot(a + d, c - b), difference = std::hypot(a - d, b + c);
  return {(sum + difference) / 2, std::abs(sum - difference) / 2};
}

}  // namespace uketsuke::reader
