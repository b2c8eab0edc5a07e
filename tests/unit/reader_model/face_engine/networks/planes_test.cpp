#include "reader_model/face_engine/networks/planes.h"

#include <gmock/gmock.h>

#include <opencv2/core.hpp>
#include <vector>

namespace uketsuke::reader::face_engine {
namespace planes_test {

using testing::ElementsAre;

/// Two pixels, one above the other: (10, 20, 30) and (40, 50, 60).
cv::Mat two_pixels() { return (cv::Mat_<cv::Vec3b>(2, 1) << cv::Vec3b(10, 20, 30), cv::Vec3b(40, 50, 60)); }

std::vector<float> planes(const cv::Mat& picture, ColourOrder order, Scaling scaling = {}) {
  std::vector<float> out(picture.total() * 3);
  to_planes(picture, order, scaling, out.data());
  return out;
}

TEST(Planes, StandInTheOrderOfThePictureForRgb) {
  EXPECT_THAT(planes(two_pixels(), ColourOrder::rgb), ElementsAre(10, 40, 20, 50, 30, 60));
}

TEST(Planes, StandInTheOppositeOrderForBgr) {
  EXPECT_THAT(planes(two_pixels(), ColourOrder::bgr), ElementsAre(30, 60, 20, 50, 10, 40));
}

TEST(Planes, OfAGreyPictureAreThreeTimesTheSame) {
  const cv::Mat grey = (cv::Mat_<std::uint8_t>(1, 2) << 7, 9);
  EXPECT_THAT(planes(grey, ColourOrder::bgr), ElementsAre(7, 9, 7, 9, 7, 9));
}

TEST(Planes, AreScaledAboutTheMean) {
  const cv::Mat grey = (cv::Mat_<std::uint8_t>(1, 3) << 0, 127, 255);
  const std::vector<float> out = planes(grey, ColourOrder::rgb, {127, 128});
  EXPECT_THAT(std::vector<float>(out.begin(), out.begin() + 3), ElementsAre(-0.9921875F, 0, 1));
}

TEST(Planes, OfAWidePictureAreWhole) {
  cv::Mat wide(2, 1000, CV_8UC3);
  cv::randu(wide, 0, 256);
  const std::vector<float> out = planes(wide, ColourOrder::bgr, {127.5F, 127.5F});
  for (int i = 0; i < 2000; ++i) {
    for (int channel = 0; channel < 3; ++channel) {
      const auto value = static_cast<float>(wide.at<cv::Vec3b>(i / 1000, i % 1000)[2 - channel]);
      EXPECT_NEAR(out[static_cast<std::size_t>(2000 * channel + i)], (value - 127.5F) / 127.5F, 1e-6F)
          << i << " " << channel;
    }
  }
}

TEST(Planes, SkipTheEndOfALongerRow) {
  const cv::Mat wide = (cv::Mat_<std::uint8_t>(2, 3) << 1, 2, 99, 3, 4, 99);
  const std::vector<float> out = planes(wide(cv::Rect(0, 0, 2, 2)), ColourOrder::rgb);
  EXPECT_THAT(std::vector<float>(out.begin(), out.begin() + 4), ElementsAre(1, 2, 3, 4));
}

TEST(Triples, KeepAPixelTogether) {
  std::vector<float> out(6);
  to_triples(two_pixels(), {}, out.data());
  EXPECT_THAT(out, ElementsAre(10, 20, 30, 40, 50, 60));
}

TEST(Triples, OfAGreyPictureAreThreeTimesTheSame) {
  std::vector<float> out(6);
  to_triples((cv::Mat_<std::uint8_t>(1, 2) << 7, 9), {}, out.data());
  EXPECT_THAT(out, ElementsAre(7, 7, 7, 9, 9, 9));
}

TEST(CropInside, IsTheBoxWhereItFits) {
  EXPECT_EQ(inside({20, 30, 40, 50}, 1, {200, 200}), cv::Rect(20, 30, 40, 50));
}

TEST(CropInside, GrowsAboutTheMiddle) {
  EXPECT_EQ(inside({80, 70, 20, 40}, 2, {200, 200}), cv::Rect(70, 50, 40, 80));
}

TEST(CropInside, IsPushedInsideAtTheLeftAndTheTop) {
  EXPECT_EQ(inside({-15, -5, 40, 50}, 1, {200, 200}), cv::Rect(0, 0, 40, 50));
}

TEST(CropInside, IsPushedInsideAtTheRightAndTheBottom) {
  EXPECT_EQ(inside({180, 190, 40, 50}, 1, {200, 200}), cv::Rect(160, 150, 40, 50));
}

TEST(CropInside, KeepsItsRatioWhereThePictureIsTooSmall) {
  EXPECT_EQ(inside({50, 0, 100, 200}, 2.7F, {200, 200}), cv::Rect(50, 0, 100, 200));
}

TEST(CropInside, HasAPixelAtLeast) {
  EXPECT_EQ(inside({5, 5, 0.1F, 0.1F}, 1, {10, 10}), cv::Rect(5, 5, 1, 1));
}

TEST(CropInside, StaysInsideWhenTheBoxIsFarOutside) {
  EXPECT_EQ(inside({-1000, 5000, 40, 40}, 1, {100, 100}), cv::Rect(0, 60, 40, 40));
}

}  // namespace planes_test
}  // namespace uketsuke::reader::face_engine
