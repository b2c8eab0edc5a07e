#include "reader_model/face_engine/detection/blaze_detector.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/core.hpp>

#include "tests/unit/reader_model/face_engine/fake_network.h"

namespace uketsuke::reader::face_engine {
namespace blaze_detector_test {

const cv::Mat kFrame = cv::Mat::zeros(480, 640, CV_8UC3);

std::vector<FoundFace> found_by(FaceDetector&& detector, const cv::Mat& frame = kFrame) {
  std::vector<FoundFace> faces = {{}, {}, {}};  // of the last frame
  detector.find(frame, faces);
  return faces;
}

/// An anchor of BlazeFace says: a face with this logit, its middle `x`, `y` off the anchor's, in pixels of
/// 128.
void say_blaze(FakeNetwork& blaze, bool coarse, std::size_t anchor, float logit, cv::Vec4f box) {
  blaze.outputs[coarse ? 1 : 0][anchor] = logit;
  for (int i = 0; i < 4; ++i) {
    blaze.outputs[coarse ? 3 : 2][16 * anchor + static_cast<std::size_t>(i)] = box[i];
  }
}

Lent silent_blaze() {
  Lent lent(BlazeDetector::shape());
  for (const std::size_t i : {0U, 1U})
    std::fill(lent.network.outputs[i].begin(), lent.network.outputs[i].end(), -50.0F);
  return lent;
}

/// The middle of a box, which does not depend on how its size is made to fit the landmark model's.
cv::Point2f across(const FoundFace& face) { return {face.box.x + face.box.width / 2, face.confidence}; }

TEST(BlazeDetector, FindsTheAnchorOfTheFineGrid) {
  // 16 places of 8 pixels, two anchors each: anchor 2 * (16 * 5 + 9) stands at (76, 44) of 128.
  Lent lent = silent_blaze();
  say_blaze(lent.network, false, 2 * (16 * 5 + 9), 2, {1, 0, 30, 30});
  const auto faces = found_by(BlazeDetector(std::move(lent.owned)));
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_FLOAT_EQ(across(faces[0]).x, 77 * 5);  // 640 pixels in 128
  EXPECT_FLOAT_EQ(across(faces[0]).y, 1 / (1 + std::exp(-2.0F)));
}

TEST(BlazeDetector, FindsTheAnchorOfTheCoarseGrid) {
  // 8 places of 16 pixels, six anchors each: the last but one of place (2, 3) stands at (40, 56) of 128.
  Lent lent = silent_blaze();
  say_blaze(lent.network, true, 6 * (8 * 3 + 2) + 5, 2, {0, 0, 30, 30});
  const auto faces = found_by(BlazeDetector(std::move(lent.owned)));
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_FLOAT_EQ(across(faces[0]).x, 40 * 5);
}

TEST(BlazeDetector, FindsTheRowOfTheAnchor) {
  std::vector<float> tops;
  for (const std::size_t row : {3U, 4U}) {
    Lent lent = silent_blaze();
    say_blaze(lent.network, true, 6 * (8 * row + 2), 2, {0, 0, 30, 30});
    tops.push_back(found_by(BlazeDetector(std::move(lent.owned))).at(0).box.y);
  }
  EXPECT_FLOAT_EQ(tops[1] - tops[0], 16 * 5);
}

TEST(BlazeDetector, PutsBarsBesideAnUprightPicture) {
  // 480x640: five pixels in one of 128, 96 wide between bars of 16.
  Lent lent = silent_blaze();
  say_blaze(lent.network, true, 6 * (8 * 3 + 2), 2, {0, 0, 30, 30});
  const auto faces = found_by(BlazeDetector(std::move(lent.owned)), cv::Mat::zeros(640, 480, CV_8UC3));
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_FLOAT_EQ(across(faces[0]).x, (40 - 16) * 5);
}

TEST(BlazeDetector, DropsFacesBelowItsConfidence) {
  Lent lent = silent_blaze();
  say_blaze(lent.network, true, 6, -0.01F, {0, 0, 30, 30});
  EXPECT_TRUE(found_by(BlazeDetector(std::move(lent.owned))).empty());
}

TEST(BlazeDetector, DropsABoxWithoutArea) {
  Lent lent = silent_blaze();
  say_blaze(lent.network, true, 6, 2, {0, 0, -30, 30});
  EXPECT_TRUE(found_by(BlazeDetector(std::move(lent.owned))).empty());
}

TEST(BlazeDetector, LooksAtAPictureThatIsOnePixelWide) {
  Lent lent = silent_blaze();
  EXPECT_TRUE(found_by(BlazeDetector(std::move(lent.owned)), cv::Mat::zeros(2000, 1, CV_8UC1)).empty());
}

}  // namespace blaze_detector_test
}  // namespace uketsuke::reader::face_engine
