#include "reader_model/face_engine/face_engine.h"

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

#include "bench/micro/rendered_face.h"
#include "reader_model/face_engine/detection/suppression.h"
#include "reader_model/face_engine/face_error.h"

namespace uketsuke::reader::face_engine {
namespace face_engine_test {

using camera::Image;
using Observations = std::vector<uketsuke_face_observation>;

constexpr std::uint32_t kAll = UKETSUKE_FACE_LANDMARKS | UKETSUKE_FACE_LIVENESS | UKETSUKE_FACE_SIMILARITY;

/// Properties that every engine and detector must have.
class FaceEngineOf : public testing::TestWithParam<std::pair<Runtime, Detector>> {
 protected:
  FaceEngine engine{[] {
    EngineOptions options;
    options.models = models_folder();
    options.runtime = GetParam().first;
    options.detector = GetParam().second;
    return options;
  }()};

  Observations look(const uketsuke_face_image& image, std::uint32_t wanted = kAll,
                    std::uint32_t capacity = 4) {
    Observations faces(capacity);
    faces.resize(engine.analyse(&image, wanted, faces.data(), capacity));
    return faces;
  }
  Observations look(const Image& frame, std::uint32_t wanted = kAll) { return look(seen(frame), wanted); }

  void enrol(std::uint32_t person) {
    const Image photo = card_photo(person);
    const uketsuke_face_image image = seen(photo);
    engine.enrol(&image);
  }

  std::vector<std::string> stage_names() const {
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < engine.stages().count(); ++i) names.emplace_back(engine.stages()[i].name);
    return names;
  }
};

cv::Mat mat_of(Image& image) {
  return {image.height, image.width, CV_8UC(image.channels), image.pixels.data()};
}

Image image_of(const cv::Mat& mat) {
  Image image = Image::blank(mat.cols, mat.rows, mat.channels());
  mat.copyTo(mat_of(image));
  return image;
}

Box box_of(const uketsuke_face_observation& face) { return {face.x, face.y, face.width, face.height}; }

cv::Point2f nose(const uketsuke_face_observation& face) {
  return {face.landmarks[30].x, face.landmarks[30].y};
}

void expect_same(const uketsuke_face_observation& a, const uketsuke_face_observation& b) {
  EXPECT_EQ(a.x, b.x);
  EXPECT_EQ(a.width, b.width);
  EXPECT_EQ(nose(a), nose(b));
  EXPECT_EQ(a.liveness, b.liveness);
  EXPECT_EQ(a.similarity, b.similarity);
}

TEST_P(FaceEngineOf, FindsTheNoseWhereTheHeadStands) {
  // The head's origin, between the eyes, is on the optical axis: the nose is below the middle of the picture.
  const auto faces = look(rendered({}));
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_NEAR(nose(faces[0]).x, 640, 25);
  EXPECT_GT(nose(faces[0]).y, 370);
}

TEST_P(FaceEngineOf, FindsNobodyInAnEmptyRoom) { EXPECT_TRUE(look(empty_room()).empty()); }

TEST_P(FaceEngineOf, KnowsThePersonOfTheCard) {
  const Image frame = rendered({});
  enrol(1);
  const float same = look(frame)[0].similarity;
  enrol(2);
  const float other = look(frame)[0].similarity;
  EXPECT_GT(same, 0.5F);
  EXPECT_GT(same, other + 0.2F);
}

TEST_P(FaceEngineOf, MovesTheFaceWithThePicture) {
  Image frame = rendered({});
  cv::Mat moved;
  cv::warpAffine(mat_of(frame), moved, cv::Matx23f(1, 0, 96, 0, 1, 32), {1280, 720}, cv::INTER_NEAREST,
                 cv::BORDER_REPLICATE);
  const auto here = look(frame).at(0);
  const auto there = look(image_of(moved)).at(0);
  EXPECT_NEAR(nose(there).x - nose(here).x, 96, here.width / 20);
  EXPECT_NEAR(nose(there).y - nose(here).y, 32, here.width / 20);
  // The box itself jumps by some pixels if the hairline is ambiguous.
  EXPECT_GT(overlap(box_of(there), box_of(here) + cv::Point2f(96, 32)), 0.8F);
}

TEST_P(FaceEngineOf, ScalesTheFaceWithThePicture) {
  Image frame = rendered({});
  cv::Mat half;
  cv::resize(mat_of(frame), half, {}, 0.5, 0.5, cv::INTER_AREA);
  const auto large = look(frame).at(0);
  const auto small = look(image_of(half)).at(0);
  EXPECT_NEAR(small.width * 2, large.width, large.width / 10);
  EXPECT_NEAR(nose(small).x * 2, nose(large).x, large.width / 20);
}

TEST_P(FaceEngineOf, SeesTheSameInGreyAndInGreyWrittenAsColours) {
  Image frame = rendered({});
  cv::Mat grey;
  cv::Mat replicated;
  cv::cvtColor(mat_of(frame), grey, cv::COLOR_RGB2GRAY);
  cv::cvtColor(grey, replicated, cv::COLOR_GRAY2RGB);
  enrol(1);
  expect_same(look(image_of(grey)).at(0), look(image_of(replicated)).at(0));
}

TEST_P(FaceEngineOf, SkipsTheBytesBetweenTheRows) {
  Image frame = rendered({});
  cv::Mat wide;
  cv::copyMakeBorder(mat_of(frame), wide, 0, 0, 0, 7, cv::BORDER_CONSTANT, cv::Scalar(255, 0, 255));
  uketsuke_face_image strided = seen(frame);
  strided.pixels = wide.ptr();
  strided.stride = 1287 * 3;
  enrol(1);
  expect_same(look(strided).at(0), look(frame).at(0));
}

TEST_P(FaceEngineOf, GivesTheSameForTheSameFrame) {
  const Image frame = rendered({});
  enrol(1);
  const auto first = look(frame).at(0);
  look(empty_room());
  expect_same(look(frame).at(0), first);
}

TEST_P(FaceEngineOf, GivesNothingThatWasNotWanted) {
  enrol(1);
  const auto face = look(rendered({}), 0).at(0);
  EXPECT_EQ(face.landmark_count, 0U);
  EXPECT_TRUE(std::isnan(face.liveness));
  EXPECT_TRUE(std::isnan(face.similarity));
  EXPECT_THAT(stage_names(), testing::ElementsAre("detect"));
}

TEST_P(FaceEngineOf, NamesItsStagesInOrder) {
  enrol(1);
  look(rendered({}));
  EXPECT_THAT(stage_names(),
              testing::ElementsAre("detect", "landmarks", "liveness", "align", "embed", "match"));
}

TEST_P(FaceEngineOf, HasNoSimilarityWithoutAPhoto) {
  EXPECT_TRUE(std::isnan(look(rendered({})).at(0).similarity));
}

TEST_P(FaceEngineOf, HasNoSimilarityOnceWiped) {
  enrol(1);
  engine.wipe();
  EXPECT_TRUE(std::isnan(look(rendered({})).at(0).similarity));
}

TEST_P(FaceEngineOf, SaysThatAPhotoHasNoFace) {
  const Image wall = empty_room(160, 200);
  const uketsuke_face_image image = seen(wall);
  enrol(1);
  try {
    engine.enrol(&image);
    FAIL() << "enrolled a wall";
  } catch (const FaceError& error) {
    EXPECT_EQ(error.status(), UKETSUKE_FACE_NO_FACE);
  }
  EXPECT_TRUE(std::isnan(look(rendered({})).at(0).similarity)) << "the photo before is still there";
}

TEST_P(FaceEngineOf, StandsTheSmallestPictures) {
  for (const auto& [width, height] :
       {std::pair(1, 1), std::pair(1, 500), std::pair(500, 1), std::pair(3, 2)}) {
    EXPECT_NO_THROW(look(empty_room(width, height))) << width << "x" << height;
  }
}

TEST_P(FaceEngineOf, WritesNoMoreFacesThanThereIsRoomFor) {
  const Image frame = rendered({});
  EXPECT_TRUE(look(seen(frame), kAll, 0).empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, FaceEngineOf,
                         testing::Values(std::pair(Runtime::opencv, Detector::rfb),
                                         std::pair(Runtime::opencv, Detector::blazeface),
                                         std::pair(Runtime::onnxruntime, Detector::rfb),
                                         std::pair(Runtime::onnxruntime, Detector::blazeface)));

using FaceEngineOfRfb = FaceEngineOf;

TEST_P(FaceEngineOfRfb, EnrolsAPhotoThatTheFaceFills) {
  Image photo = card_photo(3);
  const Box box = box_of(look(photo, 0).at(0));
  // Crops from all sides until the detector no longer finds a face.
  Image close;
  float cut = 0;
  do {
    cut += 0.01F;
    const cv::Rect2f rest(box.x + cut * box.width, box.y + cut * box.height, (1 - 2 * cut) * box.width,
                          (1 - 2 * cut) * box.height);
    close = image_of(mat_of(photo)(cv::Rect(rest)));
  } while (cut < 0.3F && !look(close, 0).empty());
  const uketsuke_face_image image = seen(close);
  engine.enrol(&image);
  FaceShot shot;
  shot.person = 3;
  EXPECT_GT(look(rendered(shot)).at(0).similarity, 0.5F) << "cut by " << cut;
}

TEST_P(FaceEngineOfRfb, PutsTheNearerPersonFirst) {
  FaceShot near;
  near.position = {-120, 0, -500};
  FaceShot far;
  far.person = 3;
  far.position = {190, 20, -800};
  const Image frame = rendered_pair(near, far);
  const auto faces = look(frame);
  ASSERT_EQ(faces.size(), 2U);
  EXPECT_LT(faces[0].x, 640);
  EXPECT_GT(faces[0].width, faces[1].width);
  EXPECT_EQ(faces[1].landmark_count, 0U);
  EXPECT_EQ(look(seen(frame), kAll, 1).size(), 1U);
}

TEST_P(FaceEngineOfRfb, FollowsAHeadAsTheDetectorWouldFindIt) {
  EngineOptions options;
  options.models = models_folder();
  options.runtime = GetParam().first;
  FaceEngine detecting(options);
  for (int i = 0; i < 8; ++i) {
    FaceShot shot;
    const auto step = static_cast<float>(i);
    shot.position = {-40 + 10 * step, 3 * step, -500 + 15 * step};
    shot.turn = {-12 + 3 * step, 2 * step, step};
    const Image frame = rendered(shot);
    const uketsuke_face_image image = seen(frame);
    uketsuke_face_observation detected{};
    ASSERT_EQ(detecting.analyse(&image, UKETSUKE_FACE_LANDMARKS, &detected, 1), 1U);
    const auto followed = look(frame, UKETSUKE_FACE_LANDMARKS | UKETSUKE_FACE_TRACK).at(0);
    if (i > 0) {
      EXPECT_THAT(stage_names(), testing::ElementsAre("landmarks")) << i;
    }
    EXPECT_GT(overlap(box_of(followed), box_of(detected)), 0.65F) << i;
    EXPECT_NEAR(nose(followed).x, nose(detected).x, detected.width / 24) << i;
    EXPECT_NEAR(nose(followed).y, nose(detected).y, detected.width / 24) << i;
  }
}

TEST_P(FaceEngineOfRfb, DetectsInTheFrameInWhichTheFollowedFaceIsGone) {
  const std::uint32_t wanted = UKETSUKE_FACE_LANDMARKS | UKETSUKE_FACE_TRACK;
  const Image frame = rendered({});
  look(frame, wanted);
  EXPECT_FALSE(look(frame, wanted).empty());
  EXPECT_TRUE(look(empty_room(), wanted).empty());
  EXPECT_THAT(stage_names(), testing::ElementsAre("landmarks", "detect"));
}

TEST_P(FaceEngineOfRfb, DetectsAgainAfterTenFrames) {
  const std::uint32_t wanted = UKETSUKE_FACE_LANDMARKS | UKETSUKE_FACE_TRACK;
  const Image frame = rendered({});
  std::vector<int> detected;
  for (int i = 0; i < 21; ++i) {
    look(frame, wanted);
    if (stage_names().front() == "detect") detected.push_back(i);
  }
  EXPECT_THAT(detected, testing::ElementsAre(0, 10, 20));
}

TEST_P(FaceEngineOfRfb, DetectsWhereTheHostDoesNotAllowTracking) {
  const Image frame = rendered({});
  look(frame);
  look(frame);
  EXPECT_EQ(stage_names().front(), "detect");
}

TEST_P(FaceEngineOfRfb, DetectsAfterAPhotoWasEnrolled) {
  const Image frame = rendered({});
  look(frame, kAll | UKETSUKE_FACE_TRACK);
  enrol(1);
  look(frame, kAll | UKETSUKE_FACE_TRACK);
  EXPECT_EQ(stage_names().front(), "detect");
}

INSTANTIATE_TEST_SUITE_P(Engines, FaceEngineOfRfb,
                         testing::Values(std::pair(Runtime::opencv, Detector::rfb),
                                         std::pair(Runtime::onnxruntime, Detector::rfb)));

}  // namespace face_engine_test
}  // namespace uketsuke::reader::face_engine
