#include "sim/vision/picture_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <jpeglib.h>

#include <fstream>
#include <iterator>
#include <set>

#include "base/error.h"
#include "sim/vision/jpeg_file.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::sim {
namespace picture_files_test {

using ::testing::ElementsAre;

/// Decodes with libjpeg, which by default exits the program on a bad file.
camera::Image read_jpeg(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::vector<char> bytes((std::istreambuf_iterator<char>(in)), {});
  jpeg_decompress_struct info;
  jpeg_error_mgr error;
  info.err = ::jpeg_std_error(&error);
  ::jpeg_create_decompress(&info);
  ::jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  ::jpeg_read_header(&info, TRUE);
  ::jpeg_start_decompress(&info);
  camera::Image image = camera::Image::blank(static_cast<int>(info.output_width),
                                             static_cast<int>(info.output_height), info.output_components);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = image.at(0, static_cast<int>(info.output_scanline));
    ::jpeg_read_scanlines(&info, &row, 1);
  }
  ::jpeg_finish_decompress(&info);
  ::jpeg_destroy_decompress(&info);
  return image;
}

camera::Image even(int width, int height, std::uint8_t grey) {
  camera::Image image = camera::Image::blank(width, height, 3);
  image.pixels.assign(image.pixels.size(), grey);
  return image;
}

camera::Frame frame_of(camera::Image image) {
  camera::Frame frame;
  frame.number = 3;
  frame.image = std::make_shared<const camera::Image>(std::move(image));
  return frame;
}

class PictureFilesIn : public ::testing::Test {
 protected:
  TemporaryFolder folder;
  PictureFiles files{folder.path(), "case"};
  const reader::FaceJudgement judgement{};
};

TEST_F(PictureFilesIn, AreNamedByCaseNumberAndReason) {
  EXPECT_EQ(files.keep(frame_of(even(8, 8, 90)), judgement, "come_closer"), "case.01-come_closer.jpg");
  EXPECT_EQ(files.keep(frame_of(even(8, 8, 90)), judgement, "match"), "case.02-match.jpg");
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "case.02-match.jpg"));
}

TEST_F(PictureFilesIn, HaveHalfTheSizeAndTheSameColour) {
  const std::string file = files.keep(frame_of(even(64, 48, 90)), judgement, "match");
  const camera::Image kept = read_jpeg(folder.path() / file);
  EXPECT_EQ(kept.width, 32);
  EXPECT_EQ(kept.height, 24);
  for (const int pixel : kept.pixels) EXPECT_NEAR(pixel, 90, 2);
}

TEST_F(PictureFilesIn, OnePixelIsTheMeanOfFour) {
  camera::Image stripes = even(64, 48, 0);
  for (int y = 0; y < 48; y += 2) std::fill_n(stripes.at(0, y), 64 * 3, std::uint8_t{200});
  const std::string file = files.keep(frame_of(stripes), judgement, "match");
  for (const int pixel : read_jpeg(folder.path() / file).pixels) EXPECT_NEAR(pixel, 100, 2);
}

TEST_F(PictureFilesIn, ShowTheBoxOfTheFace) {
  reader::FaceJudgement found;
  found.evidence.emplace();
  found.evidence->box = {160, 80, 320, 320};
  const std::string file = files.keep(frame_of(even(640, 480, 0)), found, "match");
  const camera::Image kept = read_jpeg(folder.path() / file);
  const auto greenish = [&](int x, int y) { return kept.at(x, y)[1] > 100; };
  EXPECT_TRUE(greenish(160, 40)) << "upper edge";
  EXPECT_TRUE(greenish(160, 200)) << "lower edge";
  EXPECT_TRUE(greenish(80, 120)) << "left edge";
  EXPECT_TRUE(greenish(240, 120)) << "right edge";
  EXPECT_FALSE(greenish(160, 120)) << "middle";
  EXPECT_FALSE(greenish(40, 120)) << "outside";
}

TEST_F(PictureFilesIn, TakeABoxAndPointsThatReachOutOfThePicture) {
  reader::FaceJudgement found;
  found.evidence.emplace();
  found.evidence->box = {-50, -50, 2000, 2000};
  found.evidence->landmarks = {{-10, 5}, {1e6F, 1e6F}, {31, 31}};
  EXPECT_EQ(files.keep(frame_of(even(32, 32, 0)), found, "match"), "case.01-match.jpg");
}

TEST_F(PictureFilesIn, AreTwelveOfACaseAtMost) {
  std::set<std::string> names;
  for (int i = 0; i < 12; ++i) names.insert(files.keep(frame_of(even(8, 8, 90)), judgement, "hold_still"));
  EXPECT_EQ(names.size(), 12U);
  EXPECT_EQ(files.keep(frame_of(even(8, 8, 90)), judgement, "match"), "");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 12);
}

TEST_F(PictureFilesIn, DeclaredFaceHasNoPicture) {
  EXPECT_EQ(files.keep(camera::Frame{}, judgement, "match"), "");
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(PictureFilesIn, WithoutTheirFolderAreAnError) {
  PictureFiles nowhere(folder.path() / "none", "case");
  EXPECT_THROW(nowhere.keep(frame_of(even(8, 8, 90)), judgement, "match"), SystemError);
}

TEST(JpegFile, GreyPictureIsRefusedAndLeavesNoFile) {
  const TemporaryFolder folder;
  EXPECT_THROW(write_jpeg(folder.path() / "x.jpg", camera::Image::blank(8, 8, 1)), SystemError);
  EXPECT_THROW(write_jpeg(folder.path() / "x.jpg", camera::Image::blank(0, 0, 3)), SystemError);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(JpegFile, WiderThanAJpegCanBeIsRefused) {
  const TemporaryFolder folder;
  EXPECT_THROW(write_jpeg(folder.path() / "x.jpg", camera::Image::blank(70000, 1, 3)), SystemError);
}

}  // namespace picture_files_test
}  // namespace uketsuke::sim
