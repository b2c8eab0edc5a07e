#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "reader_model/face_engine/detection/rfb_detector.h"
#include "reader_model/face_engine/face_engine.h"
#include "reader_model/face_engine/face_error.h"
#include "tests/unit/reader_model/face_engine/fake_network.h"

namespace uketsuke::reader::face_engine {
namespace engine_faults_test {

constexpr std::uint32_t kAll = UKETSUKE_FACE_LANDMARKS | UKETSUKE_FACE_LIVENESS | UKETSUKE_FACE_SIMILARITY;

/// An engine over networks with outputs set by a test; initially one face with plausible numbers.
struct FakeEngine {
  Lent detector{RfbDetector::shape()};
  Lent landmark{LandmarkFinder::shape()};
  Lent liveness{LivenessScorer::shape()};
  Lent feature{Embedder::shape()};
  FaceEngine engine;

  FakeEngine()
      : engine({std::move(detector.owned), std::move(landmark.owned), std::move(liveness.owned),
                std::move(feature.owned)},
               {}) {
    detector.network.outputs[0][1] = 0.9F;
    detector.network.outputs[1][2] = detector.network.outputs[1][3] = 0.5F;
    for (std::size_t i = 0; i < 136; ++i) {
      landmark.network.outputs[0][i] = 0.2F + 0.5F * static_cast<float>(i) / 136;
    }
    feature.network.outputs[0][0] = 1;
  }

  uketsuke_face_image image() const { return {pixels.data(), 40, 40, 120, UKETSUKE_FACE_RGB8, 1, 0}; }
  uketsuke_face_observation look(std::uint32_t wanted = kAll) {
    uketsuke_face_observation face{};
    const uketsuke_face_image frame = image();
    EXPECT_EQ(engine.analyse(&frame, wanted, &face, 1), 1U);
    return face;
  }
  void enrol() {
    const uketsuke_face_image photo = image();
    engine.enrol(&photo);
  }
  void look_and_expect_failure() {
    try {
      look();
      FAIL() << "gave a score";
    } catch (const FaceError& error) {
      EXPECT_EQ(error.status(), UKETSUKE_FACE_FAILED);
    }
  }

  std::vector<std::uint8_t> pixels = std::vector<std::uint8_t>(40 * 120, 90);
};

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

TEST(EngineFault, IsNoneAtFirst) {
  FakeEngine fake;
  fake.enrol();
  EXPECT_EQ(fake.look().similarity, 1);
}

TEST(EngineFault, ADetectorsNaNIsAnError) {
  FakeEngine fake;
  fake.detector.network.outputs[1][100] = kNaN;
  fake.look_and_expect_failure();
}

TEST(EngineFault, ALandmarksNaNIsAnError) {
  FakeEngine fake;
  fake.landmark.network.outputs[0][135] = kNaN;
  fake.look_and_expect_failure();
}

TEST(EngineFault, ALivenessNaNIsAnError) {
  FakeEngine fake;
  fake.liveness.network.outputs[0][0] = kNaN;
  fake.look_and_expect_failure();
}

TEST(EngineFault, AFeaturesInfinityIsAnError) {
  FakeEngine fake;
  fake.enrol();
  fake.feature.network.outputs[0][77] = std::numeric_limits<float>::infinity();
  fake.look_and_expect_failure();
}

TEST(EngineFault, APhotosNaNLeavesNoTemplate) {
  FakeEngine fake;
  fake.enrol();
  fake.feature.network.outputs[0][77] = kNaN;
  EXPECT_THROW(fake.enrol(), FaceError);
  EXPECT_TRUE(std::isnan(fake.look().similarity));
}

TEST(EngineFault, AFaceOfOnePointHasNoSimilarity) {
  FakeEngine fake;
  fake.enrol();
  std::fill(fake.landmark.network.outputs[0].begin(), fake.landmark.network.outputs[0].end(), 0.5F);
  EXPECT_TRUE(std::isnan(fake.look().similarity));
}

TEST(EngineFault, APhotoOfOnePointIsNoFace) {
  FakeEngine fake;
  std::fill(fake.landmark.network.outputs[0].begin(), fake.landmark.network.outputs[0].end(), 0.5F);
  try {
    fake.enrol();
    FAIL() << "enrolled";
  } catch (const FaceError& error) {
    EXPECT_EQ(error.status(), UKETSUKE_FACE_NO_FACE);
  }
}

TEST(EngineFault, WipingRunsEveryNetworkOnZeros) {
  FakeEngine fake;
  fake.enrol();
  fake.look();
  fake.engine.wipe();
  for (const FakeNetwork* network :
       {&fake.detector.network, &fake.landmark.network, &fake.liveness.network, &fake.feature.network}) {
    EXPECT_EQ(network->numbers, std::vector<float>(network->numbers.size(), 0.0F));
  }
}

TEST(EngineFault, WhatHasBeenWipedIsNotWipedAgainUntilAFrameComes) {
  FakeEngine fake;
  fake.enrol();
  fake.engine.wipe();
  const int runs = fake.detector.network.runs;
  fake.engine.wipe();
  EXPECT_EQ(fake.detector.network.runs, runs);
  fake.look();
  fake.engine.wipe();
  EXPECT_EQ(fake.detector.network.runs, runs + 2);
}

}  // namespace engine_faults_test
}  // namespace uketsuke::reader::face_engine
