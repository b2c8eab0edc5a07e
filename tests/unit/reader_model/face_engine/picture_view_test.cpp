#include "reader_model/face_engine/picture_view.h"

#include <gtest/gtest.h>

#include <array>

#include "reader_model/face_engine/face_error.h"

namespace uketsuke::reader::face_engine {
namespace picture_view_test {

constexpr std::array<std::uint8_t, 64> kPixels{};

uketsuke_face_image rgb(std::int32_t width, std::int32_t height, std::int32_t stride) {
  return {kPixels.data(), width, height, stride, UKETSUKE_FACE_RGB8, 1, 0};
}

TEST(PictureView, IsOfTheHostsOwnPixels) {
  const uketsuke_face_image image = rgb(2, 3, 7);  // rows of 6 bytes, with one byte between them
  const cv::Mat seen = view(&image);
  EXPECT_EQ(seen.size(), cv::Size(2, 3));
  EXPECT_EQ(seen.type(), CV_8UC3);
  EXPECT_EQ(seen.ptr(2), kPixels.data() + 14);
}

class BadPicture : public testing::TestWithParam<uketsuke_face_image> {};

TEST_P(BadPicture, IsRefused) {
  try {
    view(&GetParam());
    FAIL() << "accepted";
  } catch (const FaceError& error) {
    EXPECT_EQ(error.status(), UKETSUKE_FACE_BAD_IMAGE);
  }
}

INSTANTIATE_TEST_SUITE_P(Pictures, BadPicture,
                         testing::Values(rgb(0, 2, 6), rgb(2, 0, 6), rgb(-2, 2, 6), rgb(2, 2, 5),
                                         rgb(2, 2, -6), rgb(2, 2, 0), rgb(16385, 1, 49155),
                                         rgb(1, 2147483647, 3),
                                         uketsuke_face_image{nullptr, 2, 2, 6, UKETSUKE_FACE_RGB8, 1, 0},
                                         uketsuke_face_image{kPixels.data(), 2, 2, 6, 0, 1, 0},
                                         uketsuke_face_image{kPixels.data(), 2, 2, 8, 4, 1, 0}));

TEST(PictureView, OfNoImageIsRefused) { EXPECT_THROW(view(nullptr), FaceError); }

}  // namespace picture_view_test
}  // namespace uketsuke::reader::face_engine
