#include "reader_model/face_engine/aligner.h"

#include <gmock/gmock.h>

#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace uketsuke::reader::face_engine {
namespace aligner_test {

const FivePoints kFace = {cv::Point2f{100, 110}, {180, 105}, {141, 150}, {110, 200}, {175, 196}};

/// A known similarity transform: rotated by `degrees`, scaled by `scale`, then shifted.
struct Known {
  float degrees, scale, x, y;

  float a() const { return scale * std::cos(degrees * static_cast<float>(M_PI) / 180); }
  float b() const { return scale * std::sin(degrees * static_cast<float>(M_PI) / 180); }
  cv::Point2f operator()(const cv::Point2f& p) const {
    return {a() * p.x - b() * p.y + x, b() * p.x + a() * p.y + y};
  }
};

class KnownSimilarity : public testing::TestWithParam<Known> {};

TEST_P(KnownSimilarity, IsFoundAgain) {
  const Known known = GetParam();
  FivePoints moved;
  std::transform(kFace.begin(), kFace.end(), moved.begin(), known);
  const auto found = similarity_transform(kFace, moved);
  ASSERT_TRUE(found);
  EXPECT_NEAR((*found)(0, 0), known.a(), 1e-5);
  EXPECT_NEAR((*found)(0, 1), -known.b(), 1e-5);
  EXPECT_NEAR((*found)(0, 2), known.x, 2e-3);
  EXPECT_NEAR((*found)(1, 0), known.b(), 1e-5);
  EXPECT_NEAR((*found)(1, 1), known.a(), 1e-5);
  EXPECT_NEAR((*found)(1, 2), known.y, 2e-3);
}

INSTANTIATE_TEST_SUITE_P(Similarities, KnownSimilarity,
                         testing::Values(Known{0, 1, 0, 0}, Known{0, 1, 12, -7}, Known{0, 0.37F, 0, 0},
                                         Known{30, 1, 0, 0}, Known{-170, 2.5F, -300, 40}));

TEST(SimilarityTransform, MakesNoMirrorImage) {
  FivePoints mirrored = kFace;
  for (cv::Point2f& point : mirrored) point.x = -point.x;
  const auto found = similarity_transform(kFace, mirrored);
  ASSERT_TRUE(found);
  EXPECT_GE((*found)(0, 0) * (*found)(1, 1) - (*found)(0, 1) * (*found)(1, 0), 0);
}

TEST(SimilarityTransform, IsTheBestOfItsNeighbours) {
  FivePoints bent = kFace;  // not a similarity: only the nose moves
  bent[2] += cv::Point2f(9, -14);
  const auto found = similarity_transform(kFace, bent);
  ASSERT_TRUE(found);
  const auto squares = [&](const cv::Matx23f& m) {
    double sum = 0;
    for (std::size_t i = 0; i < kFace.size(); ++i) {
      const cv::Vec2f there = m * cv::Vec3f(kFace[i].x, kFace[i].y, 1);
      sum += std::pow(there[0] - bent[i].x, 2) + std::pow(there[1] - bent[i].y, 2);
    }
    return sum;
  };
  const double least = squares(*found);
  for (const float step : {-0.01F, 0.01F}) {
    cv::Matx23f scaled = *found;
    scaled(0, 0) += step, scaled(1, 1) += step;
    cv::Matx23f turned = *found;
    turned(1, 0) += step, turned(0, 1) -= step;
    cv::Matx23f moved = *found;
    moved(0, 2) += step;
    EXPECT_GT(squares(scaled), least);
    EXPECT_GT(squares(turned), least);
    EXPECT_GT(squares(moved), least);
  }
}

TEST(SimilarityTransform, OfPointsInOnePlaceDoesNotExist) {
  FivePoints one_place;
  one_place.fill({5, 5});
  EXPECT_FALSE(similarity_transform(one_place, kFace));
}

TEST(FivePoints, AreEyesNoseAndCornersOfTheMouth) {
  Landmarks landmarks{};
  // Lids of the two eyes, without their corners (iBUG: 36 to 47), nose tip 30, mouth 48, 54, 60, 64.
  for (const std::size_t i : {37U, 38U}) landmarks[i] = {10, 18};
  for (const std::size_t i : {40U, 41U}) landmarks[i] = {10, 22};
  for (const std::size_t i : {43U, 44U}) landmarks[i] = {50, 19};
  for (const std::size_t i : {46U, 47U}) landmarks[i] = {50, 23};
  landmarks[30] = {30, 40};
  landmarks[48] = {18, 60}, landmarks[60] = {20, 60};
  landmarks[54] = {42, 61}, landmarks[64] = {40, 61};
  EXPECT_THAT(five_points(landmarks),
              testing::ElementsAre(cv::Point2f(10, 20), cv::Point2f(50, 21), cv::Point2f(30, 40),
                                   cv::Point2f(19, 60), cv::Point2f(41, 61)));
}

/// Landmarks that result in these five points.
Landmarks landmarks_of(const FivePoints& five) {
  Landmarks landmarks{};
  for (const std::size_t i : {37U, 38U, 40U, 41U}) landmarks[i] = five[0];
  for (const std::size_t i : {43U, 44U, 46U, 47U}) landmarks[i] = five[1];
  landmarks[30] = five[2];
  landmarks[48] = landmarks[60] = five[3];
  landmarks[54] = landmarks[64] = five[4];
  return landmarks;
}

TEST(Aligner, PutsTheEyesWhereTheTemplateHasThem) {
  // A face rotated by 20 degrees and three times as large, its left eye marked by a white disc.
  const Known placed{20, 3, 200, 60};
  FivePoints five;
  for (std::size_t i = 0; i < five.size(); ++i)
    five[i] = placed({kArcFacePoints[i][0], kArcFacePoints[i][1]});
  cv::Mat picture = cv::Mat::zeros(480, 640, CV_8UC1);
  cv::circle(picture, five[0], 12, 255, cv::FILLED);

  Aligner aligner;
  const cv::Mat* chip = aligner.align(picture, landmarks_of(five));
  ASSERT_NE(chip, nullptr);
  ASSERT_EQ(chip->size(), cv::Size(112, 112));
  const cv::Moments disc = cv::moments(*chip);
  EXPECT_NEAR(disc.m10 / disc.m00, 38.2946, 0.2);  // ArcFace's template, left eye
  EXPECT_NEAR(disc.m01 / disc.m00, 51.6963, 0.2);
}

TEST(Aligner, GivesNothingForAFaceOfOnePoint) {
  const cv::Mat picture = cv::Mat::zeros(480, 640, CV_8UC3);
  Landmarks landmarks;
  landmarks.fill({100, 100});
  EXPECT_EQ(Aligner().align(picture, landmarks), nullptr);
}

}  // namespace aligner_test
}  // namespace uketsuke::reader::face_engine
