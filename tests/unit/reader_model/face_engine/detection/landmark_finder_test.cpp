#include "reader_model/face_engine/detection/landmark_finder.h"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include "tests/unit/reader_model/face_engine/fake_network.h"

namespace uketsuke::reader::face_engine {
namespace landmark_finder_test {

/// Red 200, green 100, blue 0.
const cv::Mat kOrange(480, 640, CV_8UC3, cv::Scalar(200, 100, 0));

TEST(LandmarkFinder, PutsPointsInUnitsOfTheBox) {
  Lent lent(LandmarkFinder::shape());
  lent.network.outputs[0][2 * 30] = 0.5F;
  lent.network.outputs[0][2 * 30 + 1] = 0.25F;
  const Landmarks landmarks = LandmarkFinder(std::move(lent.owned)).find(kOrange, {100, 200, 80, 120});
  EXPECT_EQ(landmarks[30], cv::Point2f(140, 230));
  EXPECT_EQ(landmarks[0], cv::Point2f(100, 200));
}

TEST(LandmarkFinder, FeedsGreyOf256Steps) {
  Lent lent(LandmarkFinder::shape());
  LandmarkFinder finder(std::move(lent.owned));
  finder.find(cv::Mat(100, 100, CV_8UC1, cv::Scalar(64)), {10, 10, 50, 50});
  EXPECT_EQ(lent.network.numbers.front(), 0.25F);
}

TEST(LandmarkFinder, MakesGreyOfColoursAsTelevisionDoes) {
  Lent lent(LandmarkFinder::shape());
  LandmarkFinder finder(std::move(lent.owned));
  finder.find(kOrange, {10, 10, 50, 50});
  // ITU-R BT.601: 0.299 * 200 + 0.587 * 100 = 118.5
  EXPECT_NEAR(lent.network.numbers.front() * 256, 118.5, 0.51);
}

TEST(LandmarkFinder, UsesTheCropThatWasPushedInside) {
  Lent lent(LandmarkFinder::shape());
  const Landmarks landmarks = LandmarkFinder(std::move(lent.owned)).find(kOrange, {-30, 400, 80, 120});
  EXPECT_EQ(landmarks[0], cv::Point2f(0, 360));
}

}  // namespace landmark_finder_test
}  // namespace uketsuke::reader::face_engine
