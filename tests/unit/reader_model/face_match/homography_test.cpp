#include "reader_model/face_match/homography.h"

#include <gtest/gtest.h>

#include "tests/unit/reader_model/face_match/synthetic_face.h"

namespace uketsuke::reader {
namespace homography_test {

const std::vector<camera::Vec2> kSquare = {{100, 100}, {300, 100}, {300, 300}, {100, 300}, {220, 180}};

/// Points transformed by a given matrix.
std::vector<camera::Vec2> moved(const Homography& h, const std::vector<camera::Vec2>& points) {
  std::vector<camera::Vec2> result;
  for (const camera::Vec2& p : points) {
    const double w = h[6] * p.x + h[7] * p.y + h[8];
    result.push_back({static_cast<float>((h[0] * p.x + h[1] * p.y + h[2]) / w),
                      static_cast<float>((h[3] * p.x + h[4] * p.y + h[5]) / w)});
  }
  return result;
}

TEST(FitHomography, FindsThePerspectiveThatMovedThePoints) {
  const Homography perspective = {1.1, 0.2, -15, -0.1, 0.9, 22, 4e-4, -3e-4, 1};
  const auto found = fit_homography(kSquare, moved(perspective, kSquare));
  ASSERT_TRUE(found);
  for (std::size_t i = 0; i < 9; ++i)
    EXPECT_NEAR((*found)[i], perspective[i], 1e-2 * std::abs(perspective[i])) << i;
}

TEST(FitHomography, ThreePointsAreTooFew) {
  EXPECT_FALSE(fit_homography({{0, 0}, {1, 0}, {0, 1}}, {{0, 0}, {1, 0}, {0, 1}}));
}

TEST(FitHomography, PointsOnALineDetermineNothing) {
  const std::vector<camera::Vec2> line = {{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 4}};
  EXPECT_FALSE(fit_homography(line, line));
}

TEST(FitHomography, PointsInOnePlaceDetermineNothing) {
  const std::vector<camera::Vec2> spot(5, camera::Vec2{3, 3});
  EXPECT_FALSE(fit_homography(spot, kSquare));
}

TEST(FitHomography, OneBadPointIsSharedOutByLeastSquares) {
  auto bent = kSquare;
  bent[4].x += 20;
  const auto found = fit_homography(kSquare, bent);
  ASSERT_TRUE(found);
  EXPECT_LT(std::abs(apply(*found, kSquare[4]).x - bent[4].x), 20);
}

TEST(Stretches, AreTheSingularValuesOfTheDerivative) {
  // Rotation by 90 degrees, 3 in one direction and 2 in the other.
  const Homography scale_and_turn = {0, -3, 7, 2, 0, -4, 0, 0, 1};
  const auto [longer, shorter] = stretches(scale_and_turn, {10, 20});
  EXPECT_NEAR(longer, 3, 1e-9);
  EXPECT_NEAR(shorter, 2, 1e-9);
}

TEST(Stretches, PerspectiveChangesThemFromPlaceToPlace) {
  const Homography perspective = {1, 0, 0, 0, 1, 0, 1e-3, 0, 1};
  // x' = x/(1+x/1000): at x = 1000 the derivative along x is 1/4, across it 1/2.
  const auto [longer, shorter] = stretches(perspective, {1000, 0});
  EXPECT_NEAR(longer, 0.5, 1e-9);
  EXPECT_NEAR(shorter, 0.25, 1e-9);
}

}  // namespace homography_test
}  // namespace uketsuke::reader
