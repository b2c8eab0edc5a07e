#include "bench/accuracy/picture_reader.h"

#include <gmock/gmock.h>
#include <stdlib.h>

#include "base/error.h"
#include "camera_model/render/png_file.h"
#include "tests/unit/bench/accuracy/face_folder.h"

namespace uketsuke::bench {
namespace picture_reader_test {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PictureReaderTest : public FaceFolder {
 protected:
  void SetUp() override {
    FaceFolder::SetUp();
    ::setenv("UKETSUKE_MODULES", fs::path(UKETSUKE_CAPTURE_MODULE).parent_path().c_str(), 1);
  }

  /// What is read of a PNG of 2 x 1 pixels.
  camera::Image through_png(int channels, std::vector<std::uint8_t> samples) const {
    const fs::path file = folder / "a.png";
    camera::write_png(file, {2, 1, channels, std::move(samples)});
    return read_picture(file);
  }
};

TEST_F(PictureReaderTest, GreyStaysGrey) {
  const camera::Image image = through_png(1, {10, 200});
  EXPECT_EQ(image.channels, 1);
  EXPECT_THAT(image.pixels, ElementsAre(10, 200));
}

TEST_F(PictureReaderTest, ColoursStayInTheirOrder) {
  const camera::Image image = through_png(3, {1, 2, 3, 4, 5, 6});
  EXPECT_EQ(image.channels, 3);
  EXPECT_THAT(image.pixels, ElementsAre(1, 2, 3, 4, 5, 6));
}

TEST_F(PictureReaderTest, OpaqueAlphaIsDropped) {
  const camera::Image image = through_png(4, {1, 2, 3, 255, 4, 5, 6, 255});
  EXPECT_EQ(image.channels, 3);
  EXPECT_THAT(image.pixels, ElementsAre(1, 2, 3, 4, 5, 6));
}

TEST_F(PictureReaderTest, ClearPixelsKeepTheirColour) {
  EXPECT_THAT(through_png(4, {9, 8, 7, 0, 6, 5, 4, 0}).pixels, ElementsAre(9, 8, 7, 6, 5, 4));
}

TEST_F(PictureReaderTest, PngIsKnownByItsBytesAndNotByItsName) {
  camera::write_png(folder / "a.png", {1, 1, 1, {77}});
  fs::rename(folder / "a.png", folder / "a.jpg");
  EXPECT_THAT(read_picture(folder / "a.jpg").pixels, ElementsAre(77));
}

// Netpbm's plain and simple form: P6, width, height, most, then R, G, B.
TEST_F(PictureReaderTest, OtherFormatIsReadAsRgb) {
  const camera::Image image =
      read_picture(write("a.ppm", std::string("P6 2 1 255\n\x01\x02\x03\x04\x05\x06", 17)));
  EXPECT_EQ(image.width, 2);
  EXPECT_EQ(image.height, 1);
  EXPECT_THAT(image.pixels, ElementsAre(1, 2, 3, 4, 5, 6));
}

TEST_F(PictureReaderTest, GreyOfAnotherFormatBecomesRgb) {
  const camera::Image image = read_picture(write("a.pgm", std::string("P5 1 1 255\n\x2A", 12)));
  EXPECT_EQ(image.channels, 3);
  EXPECT_THAT(image.pixels, ElementsAre(42, 42, 42));
}

TEST_F(PictureReaderTest, DamagedPngIsABadValueThatNamesTheFile) {
  const fs::path file = write("cut.png", "\x89PNG\r\n\x1a\n");
  EXPECT_THAT(refusal(InputProblem::bad_value, [&] { read_picture(file); }), HasSubstr("cut.png"));
}

TEST_F(PictureReaderTest, TextIsABadValueThatNamesTheFile) {
  const fs::path file = write("text.jpg", "this is not a picture");
  EXPECT_THAT(refusal(InputProblem::bad_value, [&] { read_picture(file); }), HasSubstr("text.jpg"));
}

TEST_F(PictureReaderTest, MissingFileIsUnreadableAndNamed) {
  const fs::path file = folder / "none.jpg";
  EXPECT_THAT(refusal(InputProblem::unreadable, [&] { read_picture(file); }), HasSubstr("none.jpg"));
}

TEST_F(PictureReaderTest, EmptyFileIsNoPicture) {
  const fs::path file = write("empty.jpg", "");
  EXPECT_THAT(refusal(InputProblem::bad_value, [&] { read_picture(file); }), HasSubstr("empty.jpg"));
}

TEST_F(PictureReaderTest, SideOfMoreThan8192PixelsIsTooLarge) {
  const fs::path file = write("wide.ppm", "P6 8193 1 255\n" + std::string(3 * 8193, 'x'));
  EXPECT_THAT(refusal(InputProblem::too_large, [&] { read_picture(file); }), HasSubstr("wide.ppm"));
}

}  // namespace picture_reader_test
}  // namespace uketsuke::bench
