#include "camera_model/source/capture_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/videoio.hpp>

#include "base/error.h"
#include "tests/unit/camera_model/source/test_folder.h"

namespace uketsuke::camera {
namespace capture_source_test {

using std::chrono::milliseconds;
using ::testing::ElementsAre;

const CaptureModule& module() {
  static const CaptureModule opened(UKETSUKE_CAPTURE_MODULE);
  return opened;
}

/// Five images, grey 10 to 50, ten per second.
class FiveFiles : public testing::Test {
 protected:
  FiveFiles() {
    for (int i = 1; i <= 5; ++i)
      cv::imwrite(folder / (std::to_string(i) + ".png"), cv::Mat(24, 32, CV_8UC3, cv::Scalar::all(10 * i)));
    settings.path = folder.path().string();
    settings.rate = 10;
  }

  TestFolder folder;
  CaptureSettings settings;
};

/// Grey value of the exposure; -1 if there is none.
int grey(FrameSource& source, std::int64_t number, Duration at) {
  const Exposure exposure = source.expose(number, at);
  return exposure.outcome == Exposure::Outcome::delivered ? exposure.image->pixels.at(0) : -1;
}

InputProblem problem_of(const CaptureSettings& settings) {
  try {
    CaptureSource source(settings, module());
  } catch (const InputError& error) {
    return error.problem();
  }
  throw std::logic_error("no error");
}

TEST_F(FiveFiles, PictureIsTheOneThatIsDueSinceTheFirstExposure) {
  CaptureSource source(settings, module());
  std::vector<int> seen;
  for (int i = 0; i < 6; ++i) seen.push_back(grey(source, i + 1, milliseconds(5000 + 100 * i)));
  EXPECT_THAT(seen, ElementsAre(10, 20, 30, 40, 50, -1));
}

TEST_F(FiveFiles, FastCameraSeesAPictureMoreThanOnce) {
  CaptureSource source(settings, module());
  std::vector<int> seen;
  for (int i = 0; i < 6; ++i) seen.push_back(grey(source, i + 1, milliseconds(33 * i)));
  EXPECT_THAT(seen, ElementsAre(10, 10, 10, 10, 20, 20));
}

TEST_F(FiveFiles, PictureThatIsDueTwiceIsDecodedOnce) {
  CaptureSource source(settings, module());
  EXPECT_EQ(source.expose(1, {}).image, source.expose(2, milliseconds(33)).image);
}

TEST_F(FiveFiles, FrameIntervalThatIsRoundedDownDoesNotRepeatAPicture) {
  settings.rate = 30;
  CaptureSource source(settings, module());
  EXPECT_EQ(grey(source, 1, Duration::zero()), 10);
  EXPECT_EQ(grey(source, 2, Duration(33'333'333)), 20);
}

TEST_F(FiveFiles, SlowCameraMissesPictures) {
  CaptureSource source(settings, module());
  EXPECT_EQ(grey(source, 1, milliseconds(0)), 10);
  EXPECT_EQ(grey(source, 2, milliseconds(310)), 40);
}

TEST_F(FiveFiles, LoopBeginsAgainAfterTheLastPicture) {
  settings.loop = true;
  CaptureSource source(settings, module());
  std::vector<int> seen;
  for (int i = 3; i < 12; ++i) seen.push_back(grey(source, i, milliseconds(100 * i)));
  EXPECT_THAT(seen, ElementsAre(10, 20, 30, 40, 50, 10, 20, 30, 40));
}

TEST_F(FiveFiles, CameraThatIsSwitchedOnAgainSeesTheFirstPicture) {
  CaptureSource source(settings, module());
  EXPECT_EQ(grey(source, 1, milliseconds(0)), 10);
  EXPECT_EQ(grey(source, 5, milliseconds(400)), 50);
  EXPECT_EQ(grey(source, 1, milliseconds(9000)), 10);
}

TEST_F(FiveFiles, PicturesAreRgbOfTheirOwnSize) {
  CaptureSource source(settings, module());
  const Exposure exposure = source.expose(1, {});
  EXPECT_EQ(exposure.image->width, 32);
  EXPECT_EQ(exposure.image->height, 24);
  EXPECT_EQ(exposure.image->pixels.size(), 32U * 24 * 3);
}

TEST_F(FiveFiles, FolderPlaysThirtyPicturesASecondWhereNothingIsSaid) {
  settings.rate.reset();
  EXPECT_DOUBLE_EQ(CaptureSource(settings, module()).rate(), 30);
}

TEST_F(FiveFiles, RateThatCannotBeIsRefused) {
  for (const double rate : {0.0, -1.0, 1e6, std::nan("")}) {
    settings.rate = rate;
    EXPECT_EQ(problem_of(settings), InputProblem::bad_value) << rate;
  }
}

TEST_F(FiveFiles, PictureThatIsDamagedLaterOnIsNamed) {
  CaptureSource source(settings, module());
  folder.write("2.png", "gone");
  EXPECT_EQ(grey(source, 1, milliseconds(0)), 10);
  try {
    source.expose(2, milliseconds(100));
    FAIL() << "no error";
  } catch (const InputError& error) {
    EXPECT_EQ(error.place().file, folder / "2.png");
  }
}

TEST(CaptureSource, VideoPlaysAtItsOwnRateAndLoops) {
  const TestFolder folder;
  const std::string name = folder / "video.avi";
  {
    cv::VideoWriter writer(name, cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 10,
                           {64, 48});
    for (int i = 1; i <= 3; ++i) writer.write(cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(50 * i)));
  }
  CaptureSettings settings = capture_settings(name);
  settings.loop = true;
  CaptureSource source(settings, module());
  std::vector<int> seen;
  for (int i = 0; i < 8; ++i) seen.push_back((grey(source, i + 1, milliseconds(100 * i)) + 5) / 50);
  EXPECT_THAT(seen, ElementsAre(1, 2, 3, 1, 2, 3, 1, 2));
}

TEST(CaptureSource, ErrorsOfTheModuleAreInputErrors) {
  const TestFolder folder;
  CaptureSettings settings;
  settings.path = folder.path().string();
  EXPECT_EQ(problem_of(settings), InputProblem::empty);
  settings.path = "/nowhere";
  EXPECT_EQ(problem_of(settings), InputProblem::unreadable);
  settings.kind = UKETSUKE_CAPTURE_VIDEO;
  EXPECT_EQ(problem_of(settings), InputProblem::unreadable);
  settings.path = folder.write("1.avi", "no video");
  EXPECT_EQ(problem_of(settings), InputProblem::bad_value);
  settings.kind = UKETSUKE_CAPTURE_CAMERA;
  settings.path = "987";
  EXPECT_EQ(problem_of(settings), InputProblem::unreadable);
}

TEST_F(FiveFiles, PictureBeyondTheLimitsIsTooLarge) {
  settings.most_width = 31;
  EXPECT_EQ(problem_of(settings), InputProblem::too_large);
}

TEST_F(FiveFiles, KindIsKnownByWhatIsThere) {
  EXPECT_EQ(capture_settings(folder.path().string()).kind, UKETSUKE_CAPTURE_FOLDER);
  EXPECT_EQ(capture_settings(folder / "1.png").kind, UKETSUKE_CAPTURE_FOLDER);
  EXPECT_EQ(capture_settings(folder.write("1.avi", "anything else")).kind, UKETSUKE_CAPTURE_VIDEO);
  EXPECT_EQ(capture_settings("camera:3").kind, UKETSUKE_CAPTURE_CAMERA);
  EXPECT_EQ(capture_settings("camera:3").path, "3");
  EXPECT_EQ(capture_settings("/dev/null").kind, UKETSUKE_CAPTURE_CAMERA);
  EXPECT_THROW(capture_settings(folder / "nothing"), InputError);
}

}  // namespace capture_source_test
}  // namespace uketsuke::camera
