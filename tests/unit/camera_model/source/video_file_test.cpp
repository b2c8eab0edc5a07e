#include "camera_model/source/video_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <opencv2/videoio.hpp>

#include "tests/unit/camera_model/source/test_folder.h"

namespace uketsuke::camera {
namespace video_file_test {

using ::testing::HasSubstr;

constexpr PictureLimits kLimits{4096, 4096, 1 << 20};
constexpr int kPictures = 40;

/// Motion JPEG from OpenCV's own writer; frame i is a uniform grey of 5 i.
std::string video(const TestFolder& folder, int pictures = kPictures) {
  const std::string name = folder / "video.avi";
  cv::VideoWriter writer(name, cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 25,
                         {64, 48});
  for (int i = 0; i < pictures; ++i) writer.write(cv::Mat(48, 64, CV_8UC3, cv::Scalar::all(5 * i)));
  return name;
}

int grey(VideoFile& file, std::int64_t index) {
  Image image;
  EXPECT_TRUE(file.read(index, image)) << index;
  return image.pixels.at(0);
}

struct Failure {
  int status = 0;
  std::string message;
};

Failure opening(const std::string& path, const PictureLimits& limits = kLimits) {
  try {
    VideoFile(path, limits);
  } catch (const CaptureError& error) {
    return {error.status(), error.what()};
  }
  return {};
}

// JPEG and the video's range change a uniform grey by a few steps; neighbouring frames are five apart.
constexpr int kNear = 2;

TEST(VideoFile, RateIsThatOfTheFile) {
  const TestFolder folder;
  EXPECT_DOUBLE_EQ(VideoFile(video(folder), kLimits).rate(), 25);
}

TEST(VideoFile, PicturesComeInOrder) {
  const TestFolder folder;
  VideoFile file(video(folder), kLimits);
  for (int i = 0; i < kPictures; ++i) EXPECT_NEAR(grey(file, i), 5 * i, kNear);
}

TEST(VideoFile, PicturesCanBeSkipped) {
  const TestFolder folder;
  VideoFile file(video(folder), kLimits);
  EXPECT_NEAR(grey(file, 7), 35, kNear);
  EXPECT_NEAR(grey(file, 30), 150, kNear);
}

TEST(VideoFile, GoingBackBeginsAnew) {
  const TestFolder folder;
  VideoFile file(video(folder), kLimits);
  EXPECT_NEAR(grey(file, 30), 150, kNear);
  EXPECT_NEAR(grey(file, 3), 15, kNear);
}

TEST(VideoFile, LengthIsKnownOnceTheEndWasSeen) {
  const TestFolder folder;
  VideoFile file(video(folder), kLimits);
  Image image;
  EXPECT_EQ(file.length(), 0);
  EXPECT_FALSE(file.read(kPictures, image));
  EXPECT_EQ(file.length(), kPictures);
}

TEST(VideoFile, FileThatIsNotThereIsUnreadable) {
  EXPECT_EQ(opening("/nowhere.avi").status, UKETSUKE_CAPTURE_UNREADABLE);
}

TEST(VideoFile, FileThatIsNoVideoIsDamaged) {
  const TestFolder folder;
  EXPECT_EQ(opening(folder.write("1.avi", "")).status, UKETSUKE_CAPTURE_DAMAGED);
  EXPECT_EQ(opening(folder.write("2.avi", std::string(5000, 'x'))).status, UKETSUKE_CAPTURE_DAMAGED);
}

TEST(VideoFile, LargePicturesAreRefusedWhenTheFileIsOpened) {
  const TestFolder folder;
  EXPECT_EQ(opening(video(folder), {63, 48, 1 << 20}).status, UKETSUKE_CAPTURE_TOO_LARGE);
}

TEST(VideoFile, FileThatIsCutOffSaysSoAtItsEnd) {
  const TestFolder folder;
  const std::string name = video(folder);
  folder.cut("video.avi", 0.5);
  Failure failure;
  try {
    VideoFile file(name, kLimits);
    Image image;
    for (int i = 0; i < kPictures && file.read(i, image); ++i) continue;
  } catch (const CaptureError& error) {
    failure = {error.status(), error.what()};
  }
  EXPECT_EQ(failure.status, UKETSUKE_CAPTURE_DAMAGED);
  EXPECT_THAT(failure.message, HasSubstr("cut off"));
}

TEST(VideoFile, PlayListThatNamesAnAddressIsNotFollowed) {
  const TestFolder folder;
  ::setenv("OPENCV_FFMPEG_CAPTURE_OPTIONS", "protocol_whitelist;file", 1);  // as the module does
  const std::string list =
      "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/1.ts\n#EXT-X-ENDLIST\n";
  EXPECT_EQ(opening(folder.write("list.m3u8", list)).status, UKETSUKE_CAPTURE_DAMAGED);
}

}  // namespace video_file_test
}  // namespace uketsuke::camera
