#include "sim/vision/jpeg_file.h"

#include <gmock/gmock.h>
#include <jpeglib.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>

#include "base/error.h"
#include "tests/unit/temporary_folder.h"

namespace uketsuke::sim {
namespace jpeg_file_test {

namespace fs = std::filesystem;

/// A slope of red, one of green, and constant blue.
camera::Image slope(int width, int height) {
  camera::Image image = camera::Image::blank(width, height, 3);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      image.at(x, y)[0] = static_cast<std::uint8_t>(x * 255 / width);
      image.at(x, y)[1] = static_cast<std::uint8_t>(y * 255 / height);
      image.at(x, y)[2] = 90;
    }
  }
  return image;
}

/// Decodes with libjpeg.
camera::Image decoded(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  jpeg_decompress_struct info;
  jpeg_error_mgr errors;
  info.err = ::jpeg_std_error(&errors);
  ::jpeg_create_decompress(&info);
  ::jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  ::jpeg_read_header(&info, TRUE);
  info.out_color_space = JCS_RGB;
  ::jpeg_start_decompress(&info);
  camera::Image image =
      camera::Image::blank(static_cast<int>(info.output_width), static_cast<int>(info.output_height), 3);
  while (info.output_scanline < info.output_height) {
    JSAMPROW row = image.at(0, static_cast<int>(info.output_scanline));
    ::jpeg_read_scanlines(&info, &row, 1);
  }
  ::jpeg_finish_decompress(&info);
  ::jpeg_destroy_decompress(&info);
  return image;
}

double mean_square(const camera::Image& a, const camera::Image& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.pixels.size(); ++i) {
    const double difference = double(a.pixels[i]) - double(b.pixels[i]);
    sum += difference * difference;
  }
  return sum / static_cast<double>(a.pixels.size());
}

TEST(JpegFile, DecodesToNearlyWhatWasWritten) {
  const TemporaryFolder folder;
  const camera::Image image = slope(64, 48);
  write_jpeg(folder.path() / "a.jpg", image);
  const camera::Image back = decoded(folder.path() / "a.jpg");
  ASSERT_EQ(back.width, 64);
  ASSERT_EQ(back.height, 48);
  EXPECT_LT(mean_square(image, back), 25.0);  // better than 34 dB
}

TEST(JpegFile, MoreQualityIsNearerAndLarger) {
  const TemporaryFolder folder;
  const camera::Image image = slope(64, 48);
  write_jpeg(folder.path() / "low.jpg", image, 10);
  write_jpeg(folder.path() / "high.jpg", image, 95);
  EXPECT_LT(fs::file_size(folder.path() / "low.jpg"), fs::file_size(folder.path() / "high.jpg"));
  EXPECT_GT(mean_square(image, decoded(folder.path() / "low.jpg")),
            mean_square(image, decoded(folder.path() / "high.jpg")));
}

TEST(JpegFile, SizesThatAreNoMultipleOfABlockAreKept) {
  const TemporaryFolder folder;
  for (const auto& [width, height] : {std::pair{1, 1}, std::pair{7, 9}, std::pair{17, 3}}) {
    write_jpeg(folder.path() / "a.jpg", slope(width, height));
    const camera::Image back = decoded(folder.path() / "a.jpg");
    EXPECT_EQ(back.width, width);
    EXPECT_EQ(back.height, height);
  }
}

TEST(JpegFile, AnImageWithoutThreeChannelsOrPixelsIsRefused) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "a.jpg";
  for (const camera::Image& image : {camera::Image::blank(8, 8, 1), camera::Image::blank(8, 8, 4),
                                     camera::Image::blank(0, 8, 3), camera::Image::blank(8, 0, 3)}) {
    try {
      write_jpeg(file, image);
      ADD_FAILURE();
    } catch (const SystemError& error) {
      EXPECT_EQ(error.what(), file.string() + ": the picture cannot be written as JPEG");
    }
  }
  EXPECT_FALSE(fs::exists(file));
}

// JPEG counts lines and columns in 16 bits, and libjpeg takes 65,500.
TEST(JpegFile, AnImageTooLargeForJpegIsAnErrorAndNoExit) {
  const TemporaryFolder folder;
  EXPECT_THROW(write_jpeg(folder.path() / "a.jpg", camera::Image::blank(70'000, 1, 3)), SystemError);
}

}  // namespace jpeg_file_test
}  // namespace uketsuke::sim
