#include "camera_model/source/picture_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <iostream>
#include <opencv2/imgcodecs.hpp>

#include "tests/unit/camera_model/source/test_folder.h"

namespace uketsuke::camera {
namespace picture_folder_test {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr PictureLimits kLimits{4096, 4096, 1 << 20};

const std::string kPngBomb =
    "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x4E\x20\0\0\x4E\x20\x08\x02\0\0\0\0\0\0\0\0\0\0\0IEND\0\0\0\0"s;

cv::Mat even(int value, int type = CV_8UC3) { return cv::Mat(24, 32, type, cv::Scalar::all(value)); }

Image picture(PictureFolder& folder, std::int64_t index) {
  Image image;
  EXPECT_TRUE(folder.read(index, image));
  return image;
}

/// First samples of a folder's images, in order.
std::vector<int> first_samples(const std::filesystem::path& path) {
  PictureFolder folder(path, kLimits);
  std::vector<int> samples;
  for (std::int64_t i = 0; i < folder.length(); ++i) samples.push_back(picture(folder, i).pixels.at(0));
  return samples;
}

struct Failure {
  int status = 0;
  std::string file;
  std::string message;
};

Failure opening(const std::filesystem::path& path, const PictureLimits& limits = kLimits) {
  try {
    PictureFolder(path, limits);
  } catch (const CaptureError& error) {
    return {error.status(), error.file(), error.what()};
  }
  return {};
}

TEST(PictureFolder, PicturesComeInTheOrderOfTheirNumbers) {
  const TestFolder folder;
  cv::imwrite(folder / "frame10.png", even(10));
  cv::imwrite(folder / "frame2.png", even(2));
  cv::imwrite(folder / "frame1.png", even(1));
  EXPECT_THAT(first_samples(folder.path()), ElementsAre(1, 2, 10));
}

TEST(PictureFolder, NamesAreOrderedByNumbersAndBytes) {
  EXPECT_TRUE(comes_before("a9.png", "a10.png"));
  EXPECT_FALSE(comes_before("a10.png", "a9.png"));
  EXPECT_TRUE(comes_before("a", "a1"));
  EXPECT_TRUE(comes_before("a1b2", "a1b10"));
  EXPECT_TRUE(comes_before("99999999999999999999", "100000000000000000000"));
  EXPECT_NE(comes_before("01.png", "1.png"), comes_before("1.png", "01.png"));
  EXPECT_FALSE(comes_before("1.png", "1.png"));
}

TEST(PictureFolder, FormatsMayBeMixed) {
  const TestFolder folder;
  cv::imwrite(folder / "1.png", even(11));
  cv::imwrite(folder / "2.JPG", even(22));
  cv::imwrite(folder / "3.bmp", even(33));
  cv::imwrite(folder / "4.ppm", even(44));
  EXPECT_THAT(first_samples(folder.path()), ElementsAre(11, 22, 33, 44));
}

TEST(PictureFolder, FilesOfOtherKindsAndHiddenOnesArePassedOver) {
  const TestFolder folder;
  cv::imwrite(folder / "1.png", even(1));
  folder.write("notes.txt", "no picture");
  folder.write(".2.png", "no picture");
  std::filesystem::create_directory(folder.path() / "3.png");
  EXPECT_THAT(first_samples(folder.path()), ElementsAre(1));
}

TEST(PictureFolder, OnePictureIsAFolderOfOne) {
  const TestFolder folder;
  cv::imwrite(folder / "1.png", even(1));
  cv::imwrite(folder / "2.png", even(2));
  EXPECT_THAT(first_samples(folder / "2.png"), ElementsAre(2));
}

TEST(PictureFolder, SixteenBitPngKeepsItsBrightness) {
  const TestFolder folder;
  cv::imwrite(folder / "1.png", even(100 * 257, CV_16UC3));
  EXPECT_THAT(first_samples(folder.path()), ElementsAre(100));
}

TEST(PictureFolder, GreyPictureBecomesRgb) {
  const TestFolder folder;
  cv::imwrite(folder / "1.png", even(100, CV_8UC1));
  PictureFolder pictures(folder.path(), kLimits);
  EXPECT_EQ(picture(pictures, 0).pixels.size(), 32U * 24 * 3);
}

TEST(PictureFolder, TransparentPictureLiesOnBlack) {
  const TestFolder folder;
  cv::imwrite(folder / "1.png", cv::Mat(24, 32, CV_8UC4, cv::Scalar(0, 0, 200, 51)));
  EXPECT_THAT(first_samples(folder.path()), ElementsAre(40));
}

TEST(PictureFolder, NothingComesAfterTheLastPicture) {
  const TestFolder folder;
  cv::imwrite(folder / "1.png", even(1));
  PictureFolder pictures(folder.path(), kLimits);
  Image image;
  EXPECT_FALSE(pictures.read(1, image));
}

TEST(PictureFolder, FolderThatIsNotThereIsUnreadable) {
  const Failure failure = opening("/nowhere/at/all");
  EXPECT_EQ(failure.status, UKETSUKE_CAPTURE_UNREADABLE);
  EXPECT_EQ(failure.file, "/nowhere/at/all");
}

TEST(PictureFolder, FolderWithoutPicturesIsEmpty) {
  const TestFolder folder;
  folder.write("notes.txt", "no picture");
  EXPECT_EQ(opening(folder.path()).status, UKETSUKE_CAPTURE_EMPTY);
}

TEST(PictureFolder, HugePictureIsRefusedByItsHeaderWithoutBeingDecoded) {
  const TestFolder folder;
  folder.write("1.png", kPngBomb);
  const Failure failure = opening(folder.path());
  EXPECT_EQ(failure.status, UKETSUKE_CAPTURE_TOO_LARGE);
  EXPECT_THAT(failure.message, HasSubstr("20000 x 20000"));
}

TEST(PictureFolder, LimitIsTheLargestPictureThatIsTaken) {
  const TestFolder folder;
  cv::imwrite(folder / "1.png", even(1));  // 32 x 24
  EXPECT_EQ(opening(folder.path(), {32, 24, 1 << 20}).status, UKETSUKE_CAPTURE_OK);
  EXPECT_EQ(opening(folder.path(), {31, 24, 1 << 20}).status, UKETSUKE_CAPTURE_TOO_LARGE);
  EXPECT_EQ(opening(folder.path(), {32, 23, 1 << 20}).status, UKETSUKE_CAPTURE_TOO_LARGE);
}

TEST(PictureFolder, FileOfTooManyBytesIsRefused) {
  const TestFolder folder;
  cv::imwrite(folder / "1.png", even(1));
  EXPECT_EQ(opening(folder.path(), {4096, 4096, 20}).status, UKETSUKE_CAPTURE_TOO_LARGE);
}

TEST(PictureFolder, PictureThatIsCutOffIsNamedWhenTheFolderIsOpened) {
  for (const std::string name : {"2.png", "2.jpg", "2.bmp"}) {
    const TestFolder folder;
    cv::imwrite(folder / "1.png", even(1));
    cv::Mat noise(24, 32, CV_8UC3);
    cv::randu(noise, 0, 255);
    cv::imwrite(folder / name, noise);
    folder.cut(name, 0.7);
    const Failure failure = opening(folder.path());
    EXPECT_EQ(failure.status, UKETSUKE_CAPTURE_DAMAGED) << name;
    EXPECT_EQ(failure.file, folder / name);
    EXPECT_THAT(failure.message, HasSubstr("cut off"));
  }
}

TEST(PictureFolder, EmptyFileAndFileOfAnotherKindAreDamaged) {
  const TestFolder folder;
  folder.write("1.png", "");
  EXPECT_THAT(opening(folder.path()).message, HasSubstr("is empty"));
  folder.write("1.png", "this is a text in disguise");
  EXPECT_EQ(opening(folder.path()).status, UKETSUKE_CAPTURE_DAMAGED);
}

TEST(PictureFolder, PictureWithoutPixelsIsDamaged) {
  const TestFolder folder;
  std::string flat = kPngBomb;
  flat.replace(16, 8, 8, '\0');
  folder.write("1.png", flat);
  EXPECT_THAT(opening(folder.path()).message, HasSubstr("without pixels"));
}

TEST(PictureFolder, PictureWithDamagedContentIsRefusedWhenItIsRead) {
  const TestFolder folder;
  cv::Mat noise(48, 64, CV_8UC3);
  cv::randu(noise, 0, 255);
  cv::imwrite(folder / "1.jp2", noise);
  folder.cut("1.jp2", 0.2);
  PictureFolder pictures(folder.path(), kLimits);
  Image image;
  EXPECT_THROW(pictures.read(0, image), CaptureError);
}

TEST(PictureFolder, DecodersDoNotPrint) {
  const TestFolder folder;
  cv::Mat noise(48, 64, CV_8UC3);
  cv::randu(noise, 0, 255);
  cv::imwrite(folder / "1.jp2", noise);
  folder.cut("1.jp2", 0.2);
  PictureFolder pictures(folder.path(), kLimits);
  Image image;
  testing::internal::CaptureStderr();
  EXPECT_ANY_THROW(pictures.read(0, image));
  std::cerr << "heard";  // later output of the program still appears
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "heard");
}

TEST(PictureFolder, PictureThatGrowsAfterTheFolderWasOpenedIsRefused) {
  const TestFolder folder;
  cv::imwrite(folder / "1.png", even(1));
  PictureFolder pictures(folder.path(), kLimits);
  folder.write("1.png", kPngBomb);
  Image image;
  EXPECT_THROW(pictures.read(0, image), CaptureError);
}

}  // namespace picture_folder_test
}  // namespace uketsuke::camera
