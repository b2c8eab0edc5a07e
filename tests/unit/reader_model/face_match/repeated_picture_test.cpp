#include "reader_model/face_match/repeated_picture.h"

#include <gtest/gtest.h>

namespace uketsuke::reader {
namespace repeated_picture_test {

TEST(RepeatedPicture, EqualPicturesAreCounted) {
  const camera::Image picture = camera::Image::blank(33, 7, 3);
  RepeatedPicture repeated;
  EXPECT_EQ(repeated.look(picture), 1);
  EXPECT_EQ(repeated.look(picture), 2);
  EXPECT_EQ(repeated.look(picture), 3);
}

TEST(RepeatedPicture, OneBitOfDifferenceBeginsTheCountAnew) {
  camera::Image picture = camera::Image::blank(33, 7, 3);
  RepeatedPicture repeated;
  repeated.look(picture);
  for (const std::size_t at : {std::size_t{0}, std::size_t{350}, picture.pixels.size() - 1}) {
    picture.pixels[at] ^= 1;
    EXPECT_EQ(repeated.look(picture), 1) << "byte " << at;
  }
}

TEST(RepeatedPicture, TheSameBytesInAnotherShapeAreAnotherPicture) {
  RepeatedPicture repeated;
  repeated.look(camera::Image::blank(10, 20, 1));
  EXPECT_EQ(repeated.look(camera::Image::blank(20, 10, 1)), 1);
}

TEST(RepeatedPicture, CountsFromOneAfterAReset) {
  const camera::Image picture = camera::Image::blank(8, 8, 1);
  RepeatedPicture repeated;
  repeated.look(picture);
  repeated.reset();
  EXPECT_EQ(repeated.look(picture), 1);
}

}  // namespace repeated_picture_test
}  // namespace uketsuke::reader
