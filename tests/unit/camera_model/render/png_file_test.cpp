#include "camera_model/render/png_file.h"

#include <gmock/gmock.h>

#include <fstream>
#include <stdexcept>
#include <string>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::camera {
namespace png_file_test {

namespace fs = std::filesystem;

class PngFile : public ::testing::Test {
 protected:
  fs::path place(const char* name) const { return folder_.path() / name; }
  fs::path holding(const char* name, const Bytes& bytes) const {
    std::ofstream(place(name), std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return place(name);
  }
  static InputProblem problem_of(const fs::path& path) {
    try {
      read_png(path);
    } catch (const InputError& error) {
      EXPECT_THAT(error.what(), ::testing::HasSubstr(path.string()));
      return error.problem();
    }
    ADD_FAILURE() << "read";
    return InputProblem::empty;
  }

 private:
  TemporaryFolder folder_;
};

class PngChannels : public PngFile, public ::testing::WithParamInterface<int> {};

TEST_P(PngChannels, PictureComesBackAsItWasWritten) {
  Image image = Image::blank(3, 2, GetParam());
  for (std::size_t i = 0; i < image.pixels.size(); ++i)
    image.pixels[i] = static_cast<std::uint8_t>(7 * i + 100);
  write_png(place("a.png"), image);
  const Image again = read_png(place("a.png"));
  EXPECT_EQ(again.channels, GetParam());
  EXPECT_EQ(again.width, 3);
  EXPECT_EQ(again.pixels, image.pixels);
}
INSTANTIATE_TEST_SUITE_P(GreyRgbAndAlpha, PngChannels, ::testing::Values(1, 3, 4));

// Written with Python's struct and zlib: 2 x 1 pixels, 16 bits grey, 0x8000 and 0xFFFF.
TEST_F(PngFile, SixteenBitsBecomeEight) {
  const Bytes file = from_hex(
      "89504E470D0A1A0A0000000D494844520000000200000001100000000081D9FC150000000D49444154789C6368"
      "60F8FF1F000502027F165EC4650000000049454E44AE426082");
  const Image image = read_png(holding("grey16.png", file));
  EXPECT_EQ(image.channels, 1);
  EXPECT_EQ(image.at(1, 0)[0], 255);
}

TEST_F(PngFile, MissingFileIsUnreadable) {
  EXPECT_EQ(problem_of(place("none.png")), InputProblem::unreadable);
}

TEST_F(PngFile, TextIsNoPng) {
  EXPECT_EQ(problem_of(holding("text.png", to_bytes("not a picture"))), InputProblem::bad_value);
}

TEST_F(PngFile, HalfAFileIsRefused) {
  Image image = Image::blank(64, 64, 3);
  for (std::size_t i = 0; i < image.pixels.size(); ++i)
    image.pixels[i] = static_cast<std::uint8_t>(i * i * 31 >> 3);
  Bytes bytes = encode_png(image);
  bytes.resize(bytes.size() / 2);
  EXPECT_EQ(problem_of(holding("half.png", bytes)), InputProblem::bad_value);
}

TEST_F(PngFile, PictureOfTooManyPixelsIsRefusedBeforeMemoryIsTaken) {
  EXPECT_EQ(problem_of(holding("wide.png", encode_png(Image::blank(kLargestPngSide + 1, 1, 1)))),
            InputProblem::too_large);
}

TEST_F(PngFile, FolderThatIsMissingIsASystemError) {
  EXPECT_THROW(write_png(place("no/such/a.png"), Image::blank(1, 1, 3)), SystemError);
}

TEST_F(PngFile, PictureWithoutAllItsPixelsIsNotWritten) {
  Image image = Image::blank(2, 2, 3);
  image.pixels.pop_back();
  EXPECT_THROW(encode_png(image), std::invalid_argument);
}

}  // namespace png_file_test
}  // namespace uketsuke::camera
