#include <gtest/gtest.h>

#include <algorithm>
#include <opencv2/core.hpp>

#include "bench/micro/rendered_face.h"
#include "reader_model/face_engine/aligner.h"
#include "reader_model/face_engine/detection/blaze_detector.h"
#include "reader_model/face_engine/detection/landmark_finder.h"
#include "reader_model/face_engine/detection/rfb_detector.h"
#include "reader_model/face_engine/embedder.h"
#include "reader_model/face_engine/liveness_scorer.h"
#include "reader_model/face_engine/networks/engine_networks.h"

// Two runtimes that share no code have to agree: each is the other's reference. The files also differ, since
// ONNX Runtime gets networks with rewritten PReLU.

namespace uketsuke::reader::face_engine {
namespace runtimes_test {

EngineNetworks networks_of(Runtime runtime, Detector detector = Detector::rfb) {
  EngineOptions options;
  options.models = models_folder();
  options.runtime = runtime;
  options.detector = detector;
  return open_networks(options);
}

class BothRuntimes : public testing::TestWithParam<std::uint32_t> {
 protected:
  BothRuntimes() : picture_(rendered(shot())) {
    frame = cv::Mat(picture_.height, picture_.width, CV_8UC3, picture_.pixels.data());
  }

  /// Persons in different positions and of different appearance.
  static FaceShot shot() {
    FaceShot shot;
    shot.person = GetParam();
    const auto person = static_cast<float>(GetParam());
    shot.position = {-60 + 25 * person, -20 + 8 * person, -430 - 40 * person};
    shot.turn = {-20 + 8 * person, -8 + 3 * person, 5 - 2 * person};
    return shot;
  }

  EngineNetworks opencv = networks_of(Runtime::opencv);
  EngineNetworks onnx = networks_of(Runtime::onnxruntime);
  cv::Mat frame;

 private:
  camera::Image picture_;
};

template <class FaceFinder>
void expect_same_boxes(const cv::Mat& frame, FaceFinder&& a, FaceFinder&& b) {
  std::vector<FoundFace> by_a;
  std::vector<FoundFace> by_b;
  a.find(frame, by_a);
  b.find(frame, by_b);
  ASSERT_EQ(by_a.size(), 1U);
  ASSERT_EQ(by_b.size(), 1U);
  EXPECT_NEAR(by_a[0].box.x, by_b[0].box.x, 0.5);
  EXPECT_NEAR(by_a[0].box.y, by_b[0].box.y, 0.5);
  EXPECT_NEAR(by_a[0].box.width, by_b[0].box.width, 0.5);
  EXPECT_NEAR(by_a[0].box.height, by_b[0].box.height, 0.5);
  EXPECT_NEAR(by_a[0].confidence, by_b[0].confidence, 1e-3);
}

TEST_P(BothRuntimes, FindTheSameFace) {
  expect_same_boxes(frame, RfbDetector(std::move(opencv.detector)), RfbDetector(std::move(onnx.detector)));
}

TEST_P(BothRuntimes, FindTheSameFaceWithBlazeFace) {
  expect_same_boxes(frame, BlazeDetector(networks_of(Runtime::opencv, Detector::blazeface).detector),
                    BlazeDetector(networks_of(Runtime::onnxruntime, Detector::blazeface).detector));
}

Box face_in(const cv::Mat& frame, std::unique_ptr<Network> detector) {
  std::vector<FoundFace> faces;
  RfbDetector(std::move(detector)).find(frame, faces);
  return faces.at(0).box;
}

TEST_P(BothRuntimes, FindTheSameLandmarks) {
  const Box box = face_in(frame, std::move(opencv.detector));
  const Landmarks a = LandmarkFinder(std::move(opencv.landmark)).find(frame, box);
  const Landmarks b = LandmarkFinder(std::move(onnx.landmark)).find(frame, box);
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_LT(cv::norm(a[i] - b[i]), 0.5) << i;
}

TEST_P(BothRuntimes, GiveTheSameLiveness) {
  const Box box = face_in(frame, std::move(opencv.detector));
  EXPECT_NEAR(LivenessScorer(std::move(opencv.liveness)).score(frame, box),
              LivenessScorer(std::move(onnx.liveness)).score(frame, box), 2e-3);
}

TEST_P(BothRuntimes, MakeTheSameTemplate) {
  const Box box = face_in(frame, std::move(opencv.detector));
  const Landmarks landmarks = LandmarkFinder(std::move(opencv.landmark)).find(frame, box);
  Aligner aligner;
  const cv::Mat* chip = aligner.align(frame, landmarks);
  ASSERT_NE(chip, nullptr);
  Template a{};
  Template b{};
  Embedder(std::move(opencv.feature)).embed(*chip, a);
  Embedder(std::move(onnx.feature)).embed(*chip, b);
  EXPECT_GE(similarity(a, b), 0.9999F);
}

INSTANTIATE_TEST_SUITE_P(Persons, BothRuntimes, testing::Range(1U, 5U));

}  // namespace runtimes_test
}  // namespace uketsuke::reader::face_engine
