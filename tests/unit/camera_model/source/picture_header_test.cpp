#include "camera_model/source/picture_header.h"

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>
#include <sstream>
#include <string>

namespace uketsuke::camera {
namespace picture_header_test {

using namespace std::string_literals;

std::optional<PictureHeader> header_of(const std::string& bytes) {
  std::istringstream file(bytes);
  return read_picture_header(file);
}

/// An image of 70 x 50 pixels as OpenCV's encoders write it.
std::string encoded(const std::string& extension, int type = CV_8UC3) {
  std::vector<unsigned char> bytes;
  cv::Mat picture(50, 70, type);
  cv::randu(picture, 0, 255);
  cv::imencode(extension, picture, bytes);
  return {bytes.begin(), bytes.end()};
}

/// A PNG with a valid beginning only: 20,000 x 20,000 pixels in 45 bytes.
const std::string kPngBomb =
    "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x4E\x20\0\0\x4E\x20\x08\x02\0\0\0\0\0\0\0\0\0\0\0IEND\0\0\0\0"s;

/// A code stream's first segment: 65,535 x 40,000 pixels, offset 0.
const std::string kCodeStream =
    "\xFF\x4F\xFF\x51\0\x29\0\0\0\0\xFF\xFF\0\0\x9C\x40\0\0\0\0\0\0\0\0\0\0\xFF\xFF\0\0\x9C\x40\0\0\0\0\0\0\0\0"s;

struct Encoding {
  const char* extension;
  PictureFormat format;
};

class EveryFormat : public testing::TestWithParam<Encoding> {};

TEST_P(EveryFormat, SizeIsThatOfThePicture) {
  const auto header = header_of(encoded(GetParam().extension));
  ASSERT_TRUE(header);
  EXPECT_EQ(header->format, GetParam().format);
  EXPECT_EQ(header->width, 70);
  EXPECT_EQ(header->height, 50);
  EXPECT_TRUE(header->complete);
}

TEST_P(EveryFormat, FileThatIsCutAnywhereIsNeverReadBeyondItsEnd) {
  const std::string whole = encoded(GetParam().extension);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const auto header = header_of(whole.substr(0, length));
    if (!header) continue;
    ASSERT_EQ(header->width, 70) << length;
    ASSERT_EQ(header->height, 50) << length;
  }
}

INSTANTIATE_TEST_SUITE_P(
    PictureHeader, EveryFormat,
    testing::Values(Encoding{".png", PictureFormat::png}, Encoding{".jpg", PictureFormat::jpeg},
                    Encoding{".bmp", PictureFormat::bmp}, Encoding{".webp", PictureFormat::webp},
                    Encoding{".jp2", PictureFormat::jpeg2000}, Encoding{".ppm", PictureFormat::pnm}));

class FormatsWithAnEnd : public testing::TestWithParam<const char*> {};

TEST_P(FormatsWithAnEnd, FileThatIsCutOffIsNotComplete) {
  const std::string whole = encoded(GetParam());
  const auto header = header_of(whole.substr(0, whole.size() - 20));
  ASSERT_TRUE(header);
  EXPECT_FALSE(header->complete);
}

INSTANTIATE_TEST_SUITE_P(PictureHeader, FormatsWithAnEnd, testing::Values(".png", ".jpg", ".bmp", ".webp"));

TEST(PictureHeader, EndOfAThumbnailIsNotTheEndOfThePicture) {
  const std::string whole = encoded(".jpg");
  const std::string thumbnail = "\xFF\xE1\0\x0Cthumb\xFF\xD8\x12\xFF\xD9"s;
  const auto header = header_of(whole.substr(0, 2) + thumbnail + whole.substr(2, whole.size() - 30));
  ASSERT_TRUE(header);
  EXPECT_EQ(header->width, 70);
  EXPECT_FALSE(header->complete);
}

TEST(PictureHeader, HugePngIsKnownByItsHeaderAlone) {
  const auto header = header_of(kPngBomb);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->width, 20000);
  EXPECT_EQ(header->height, 20000);
}

TEST(PictureHeader, HugeCodeStreamIsKnownByItsHeaderAlone) {
  const auto header = header_of(kCodeStream);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->width, 65535);
  EXPECT_EQ(header->height, 40000);
}

TEST(PictureHeader, CodeStreamIsBelievedNotTheBoxAroundIt) {
  // `ihdr` says 16 x 16, the code stream 65,535 x 40,000: the decoder uses the latter.
  const std::string file =
      "\0\0\0\x0CjP  \r\n\x87\n\0\0\0\x2Djp2h\0\0\0\x16ihdr\0\0\0\x10\0\0\0\x10\0\x03\x07\x07\0\0"s +
      "\0\0\0\x0F"s + "colr\1\0\0\0\0\0\x10"s + "\0\0\0\0jp2c"s + kCodeStream;
  const auto header = header_of(file);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->width, 65535);
}

TEST(PictureHeader, BitmapFromTheTopHasItsHeight) {
  std::string bytes = encoded(".bmp");
  bytes.replace(22, 4, "\xCE\xFF\xFF\xFF");  // -50
  const auto header = header_of(bytes);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->height, 50);
}

TEST(PictureHeader, CommentsInAPnmAreSkipped) {
  const auto header = header_of("P5 # by hand\n# again\n640 # wide\n480\n255\n");
  ASSERT_TRUE(header);
  EXPECT_EQ(header->width, 640);
  EXPECT_EQ(header->height, 480);
}

TEST(PictureHeader, OtherFilesAreNoPictures) {
  EXPECT_FALSE(header_of(""));
  EXPECT_FALSE(header_of("reader: camera-tray\n"));
  EXPECT_FALSE(header_of("P5 but not a picture at all"));
  EXPECT_FALSE(header_of(std::string(200, '\0')));
  EXPECT_FALSE(header_of("RIFF\x40\0\0\0AVI LIST and so on and on and on"s));
}

}  // namespace picture_header_test
}  // namespace uketsuke::camera
