#include "camera_model/source/to_rgb.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace uketsuke::camera {
namespace to_rgb_test {

using ::testing::ElementsAre;

std::vector<std::uint8_t> converted(const cv::Mat& picture) {
  Image image;
  EXPECT_TRUE(to_rgb(picture, image));
  EXPECT_EQ(image.channels, 3);
  return image.pixels;
}

TEST(ToRgb, BlueGreenRedBecomesRedGreenBlue) {
  EXPECT_THAT(converted(cv::Mat(1, 1, CV_8UC3, cv::Scalar(1, 2, 3))), ElementsAre(3, 2, 1));
}

TEST(ToRgb, GreyBecomesThreeEqualColours) {
  EXPECT_THAT(converted(cv::Mat(1, 1, CV_8UC1, cv::Scalar(77))), ElementsAre(77, 77, 77));
}

TEST(ToRgb, SixteenBitsBecomeEightByRounding) {
  // v / 257: 65535 is 255, 257 is 1, 128 is 0.498, 129 is 0.502
  EXPECT_THAT(converted(cv::Mat(1, 1, CV_16UC3, cv::Scalar(65535, 257, 0))), ElementsAre(0, 1, 255));
  EXPECT_THAT(converted(cv::Mat(1, 1, CV_16UC1, cv::Scalar(128))), ElementsAre(0, 0, 0));
  EXPECT_THAT(converted(cv::Mat(1, 1, CV_16UC1, cv::Scalar(129))), ElementsAre(1, 1, 1));
}

TEST(ToRgb, TransparentPictureLiesOnBlack) {
  EXPECT_THAT(converted(cv::Mat(1, 1, CV_8UC4, cv::Scalar(10, 20, 200, 255))), ElementsAre(200, 20, 10));
  EXPECT_THAT(converted(cv::Mat(1, 1, CV_8UC4, cv::Scalar(10, 20, 200, 51))), ElementsAre(40, 4, 2));
  EXPECT_THAT(converted(cv::Mat(1, 1, CV_8UC4, cv::Scalar(10, 20, 200, 0))), ElementsAre(0, 0, 0));
  EXPECT_THAT(converted(cv::Mat(1, 1, CV_16UC4, cv::Scalar(0, 0, 65535, 65535))), ElementsAre(255, 0, 0));
}

TEST(ToRgb, RowsAreJoinedWithoutGaps) {
  cv::Mat wide(2, 4, CV_8UC1);
  for (int i = 0; i < 8; ++i) wide.data[i] = static_cast<unsigned char>(i);
  EXPECT_THAT(converted(wide.colRange(1, 2)), ElementsAre(1, 1, 1, 5, 5, 5));
}

TEST(ToRgb, OtherSamplesAreRefused) {
  Image image;
  EXPECT_FALSE(to_rgb(cv::Mat(1, 1, CV_32FC3), image));
  EXPECT_FALSE(to_rgb(cv::Mat(1, 1, CV_8UC2), image));
}

}  // namespace to_rgb_test
}  // namespace uketsuke::camera
