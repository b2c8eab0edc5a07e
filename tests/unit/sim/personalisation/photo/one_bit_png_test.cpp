#include "sim/personalisation/photo/one_bit_png.h"

#include <gtest/gtest.h>
#include <png.h>

namespace uketsuke::personalisation {
namespace one_bit_png_test {

TEST(OneBitPng, IsAWhitePictureOfOneBitThatLibpngReads) {
  const Bytes png = blank_png(216, 12);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  ASSERT_TRUE(png_image_begin_read_from_memory(&image, png.data(), png.size()));
  EXPECT_EQ(image.width, 216U);
  EXPECT_EQ(image.height, 12U);
  image.format = PNG_FORMAT_GRAY;
  Bytes pixels(PNG_IMAGE_SIZE(image));
  ASSERT_TRUE(png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr));
  EXPECT_EQ(pixels, Bytes(216U * 12U, 0xFF));
  EXPECT_EQ(png[24], 1);  // bit depth, ninth byte of IHDR's data
}

// Eight pixels are a byte of a row; a width that is no multiple leaves bits over.
TEST(OneBitPng, MayHaveAnyWidth) {
  for (const int width : {1, 7, 8, 9, 33}) {
    const Bytes png = blank_png(width, 3);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    ASSERT_TRUE(png_image_begin_read_from_memory(&image, png.data(), png.size())) << width;
    EXPECT_EQ(image.width, static_cast<unsigned>(width));
    image.format = PNG_FORMAT_GRAY;
    Bytes pixels(PNG_IMAGE_SIZE(image));
    ASSERT_TRUE(png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr)) << width;
    EXPECT_EQ(pixels, Bytes(pixels.size(), 0xFF));
  }
}

}  // namespace one_bit_png_test
}  // namespace uketsuke::personalisation
