#include "reader_model/face_engine/detection/rfb_detector.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/dnn/dnn.hpp>

#include "bench/micro/rendered_face.h"
#include "reader_model/face_engine/networks/engine_networks.h"
#include "tests/unit/reader_model/face_engine/fake_network.h"

namespace uketsuke::reader::face_engine {
namespace rfb_detector_test {

const cv::Mat kFrame = cv::Mat::zeros(480, 640, CV_8UC3);

std::vector<FoundFace> found_by(FaceDetector&& detector, const cv::Mat& frame = kFrame) {
  std::vector<FoundFace> faces = {{}, {}, {}};  // of the last frame
  detector.find(frame, faces);
  return faces;
}

/// An anchor of RFB-320 says: a face of `score`, off the anchor by these numbers.
void say(FakeNetwork& rfb, std::size_t anchor, float score, cv::Vec4f offset) {
  rfb.outputs[0][2 * anchor] = -std::log(score / (1 - score));
  for (int i = 0; i < 4; ++i) rfb.outputs[1][4 * anchor + static_cast<std::size_t>(i)] = offset[i];
}

// Anchor 3600 is the first of the second grid: its middle 8 pixels from the left and the top of 320x240, its
// sides 32. A frame of 640x480 is twice as large.
constexpr std::size_t kAnchor = 3600;

TEST(RfbDetector, FindsTheAnchorItselfWhereNothingIsOffIt) {
  Lent lent(RfbDetector::shape());
  say(lent.network, kAnchor, 0.9F, {0, 0, 0, 0});
  const auto faces = found_by(RfbDetector(std::move(lent.owned)));
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_NEAR(faces[0].box.x, 2 * (8 - 16), 1e-3);
  EXPECT_NEAR(faces[0].box.y, 2 * (8 - 16), 1e-3);
  EXPECT_NEAR(faces[0].box.width, 64, 1e-3);
  EXPECT_NEAR(faces[0].box.height, 64, 1e-3);
  EXPECT_NEAR(faces[0].confidence, 0.9F, 1e-5);
}

TEST(RfbDetector, MovesAndGrowsTheAnchor) {
  Lent lent(RfbDetector::shape());
  say(lent.network, kAnchor, 0.9F, {10, 5, 5 * std::log(2.0F), 5 * std::log(3.0F)});
  const auto faces = found_by(RfbDetector(std::move(lent.owned)));
  ASSERT_EQ(faces.size(), 1U);
  // A tenth of the offset counts in sides of the anchor, a fifth as the logarithm of a factor.
  EXPECT_NEAR(faces[0].box.width, 2 * 2 * 32, 1e-2);
  EXPECT_NEAR(faces[0].box.height, 2 * 3 * 32, 1e-2);
  EXPECT_NEAR(faces[0].box.x + faces[0].box.width / 2, 2 * (8 + 32), 1e-2);
  EXPECT_NEAR(faces[0].box.y + faces[0].box.height / 2, 2 * (8 + 16), 1e-2);
}

TEST(RfbDetector, ComparesTheLogitsOfFaceAndBackground) {
  Lent lent(RfbDetector::shape());
  lent.network.outputs[0][2 * kAnchor] = 5;
  lent.network.outputs[0][2 * kAnchor + 1] = 7;
  const auto faces = found_by(RfbDetector(std::move(lent.owned)));
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_NEAR(faces[0].confidence, 1 / (1 + std::exp(-2.0F)), 1e-6);
}

TEST(RfbDetector, DropsFacesBelowItsConfidence) {
  Lent lent(RfbDetector::shape());
  say(lent.network, kAnchor, 0.64F, {0, 0, 0, 0});
  EXPECT_TRUE(found_by(RfbDetector(std::move(lent.owned))).empty());
}

TEST(RfbDetector, KeepsABoxFiniteWhoseSizeIsNot) {
  Lent lent(RfbDetector::shape());
  say(lent.network, kAnchor, 0.9F, {0, 0, 1e6F, 1e6F});
  const auto faces = found_by(RfbDetector(std::move(lent.owned)));
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_TRUE(std::isfinite(faces[0].box.width));
  EXPECT_TRUE(std::isfinite(faces[0].box.y));
}

TEST(RfbDetector, GivesOneBoxForOneFace) {
  Lent lent(RfbDetector::shape());
  say(lent.network, kAnchor, 0.9F, {0, 0, 0, 0});
  say(lent.network, kAnchor + 2, 0.8F, {-4, 0, 0, 0});  // the next place, and back by most of the way
  EXPECT_EQ(found_by(RfbDetector(std::move(lent.owned))).size(), 1U);
}

/// The network as published decodes and scores every anchor itself.
class PublishedDetector : public testing::TestWithParam<Runtime> {};

TEST_P(PublishedDetector, FindsTheSameFaces) {
  FaceShot shot;
  shot.turn = {12, 0, 0};
  camera::Image picture = rendered(shot);
  const cv::Mat frame(picture.height, picture.width, CV_8UC3, picture.pixels.data());
  std::vector<FoundFace> ours;
  EngineOptions options;
  options.models = models_folder();
  options.runtime = GetParam();
  RfbDetector(open_networks(options).detector).find(frame, ours);
  ASSERT_EQ(ours.size(), 1U);

  cv::dnn::Net net = cv::dnn::readNetFromONNX((options.models / "face/detect.onnx").string());
  net.setInput(cv::dnn::blobFromImage(frame, 1.0 / 128, {320, 240}, cv::Scalar::all(127)));
  const cv::Mat scores = net.forward("scores").reshape(1, 4420);
  const cv::Mat corners = net.forward("boxes").reshape(1, 4420);
  cv::Point best;
  cv::minMaxLoc(scores.col(1), nullptr, nullptr, nullptr, &best);
  const auto x = [&](int i) { return corners.at<float>(best.y, i) * static_cast<float>(frame.cols); };
  const auto y = [&](int i) { return corners.at<float>(best.y, i) * static_cast<float>(frame.rows); };
  EXPECT_NEAR(ours[0].confidence, scores.at<float>(best.y, 1), 1e-4);
  EXPECT_NEAR(ours[0].box.x, x(0), 0.05);
  EXPECT_NEAR(ours[0].box.y, y(1), 0.05);
  EXPECT_NEAR(ours[0].box.br().x, x(2), 0.05);
  EXPECT_NEAR(ours[0].box.br().y, y(3), 0.05);
}

INSTANTIATE_TEST_SUITE_P(Runtimes, PublishedDetector, testing::Values(Runtime::opencv, Runtime::onnxruntime));

TEST(RfbDetector, FeedsRedFirst) {
  Lent lent(RfbDetector::shape());
  RfbDetector detector(std::move(lent.owned));
  std::vector<FoundFace> faces;
  detector.find(cv::Mat(240, 320, CV_8UC3, cv::Scalar(255, 127, 0)), faces);
  EXPECT_EQ(lent.network.numbers.front(), 1.0F);                // (255 - 127) / 128
  EXPECT_EQ(lent.network.numbers[320 * 240], 0.0F);             // (127 - 127) / 128
  EXPECT_EQ(lent.network.numbers[2 * 320 * 240], -0.9921875F);  // (0 - 127) / 128
}

TEST(RfbDetector, LooksAtAPictureOfOnePixel) {
  Lent lent(RfbDetector::shape());
  EXPECT_TRUE(found_by(RfbDetector(std::move(lent.owned)), cv::Mat::zeros(1, 1, CV_8UC1)).empty());
}

}  // namespace rfb_detector_test
}  // namespace uketsuke::reader::face_engine
