// The photo in the chip. Decoded by the reader's decoder: reader_model/face_match/photo.h.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "reader_model/face_match/photo.h"
#include "tests/unit/sim/vision/studio_support.h"

namespace uketsuke::sim {
namespace card_photo_test {

using reader::PhotoProblem;
using scenario::CardPhoto;

Bytes photo(CardPhoto::Kind kind, int years_older = 0) {
  return patient_models().card_photo(holder(), {kind, years_older});
}

PhotoProblem problem_of(const Bytes& file) {
  try {
    reader::decode_photo(file);
  } catch (const reader::PhotoError& error) {
    return error.problem();
  }
  ADD_FAILURE() << "it can be decoded";
  return {};
}

double mean(const camera::Image& image, int left, int top, int right, int bottom) {
  double sum = 0;
  for (int y = top; y < bottom; ++y)
    for (int x = left; x < right; ++x) sum += image.at(x, y)[0];
  return sum / ((right - left) * (bottom - top));
}

TEST(CardPhoto, IsAJp2FileOfTheSizeThatCardsHave) {
  // 192 x 240 grey in about 6 kB: what readers find in DF27 of the card-face file.
  const Bytes file = photo(CardPhoto::Kind::usual);
  EXPECT_GT(file.size(), 5000U);
  EXPECT_LT(file.size(), 7000U);
  EXPECT_EQ(to_hex(Bytes(file.begin(), file.begin() + 12)),
            "0000000C6A5020200D0A870A");  // ISO/IEC 15444-1 I.5.1
  const camera::Image image = reader::decode_photo(file);
  EXPECT_EQ(image.width, 192);
  EXPECT_EQ(image.height, 240);
  EXPECT_EQ(image.channels, 1);
}

TEST(CardPhoto, ShowsSomebodyBeforeALightWall) {
  const camera::Image image = reader::decode_photo(photo(CardPhoto::Kind::usual));
  const double corner = mean(image, 2, 2, 20, 20);
  const double face = mean(image, 70, 80, 122, 150);
  EXPECT_GT(corner, 150);
  EXPECT_GT(std::abs(face - corner), 20);
}

TEST(CardPhoto, IsTheSameEachTime) {
  EXPECT_EQ(photo(CardPhoto::Kind::usual), photo(CardPhoto::Kind::usual));
}

TEST(CardPhoto, OfYearsAgoShowsAYoungerFace) {
  EXPECT_NE(photo(CardPhoto::Kind::usual, 10), photo(CardPhoto::Kind::usual));
  EXPECT_EQ(reader::decode_photo(photo(CardPhoto::Kind::usual, 10)).width, 192);
}

TEST(CardPhoto, MissingIsEmpty) { EXPECT_TRUE(photo(CardPhoto::Kind::missing).empty()); }

TEST(CardPhoto, BrokenHasAGoodHeaderAndNoWholePicture) {
  const Bytes file = photo(CardPhoto::Kind::broken);
  EXPECT_EQ(reader::read_photo_header(file).width, 192);
  EXPECT_EQ(problem_of(file), PhotoProblem::broken);
}

TEST(CardPhoto, BombPromisesGigabytesInAFileOfTheUsualSize) {
  const Bytes file = photo(CardPhoto::Kind::bomb);
  EXPECT_EQ(file.size(), photo(CardPhoto::Kind::usual).size());
  EXPECT_EQ(problem_of(file), PhotoProblem::too_large);
  reader::PhotoLimits none;
  none.side = 1 << 30;
  none.pixels = std::size_t{1} << 40;
  none.tiles = 1 << 30;
  const reader::PhotoHeader header = reader::read_photo_header(file, none);
  EXPECT_GT(static_cast<double>(header.width) * header.height, 1e9);
}

TEST(CardPhoto, BlankIsAPictureOfNobody) {
  const camera::Image image = reader::decode_photo(photo(CardPhoto::Kind::blank));
  EXPECT_EQ(image.width, 192);
  const auto [darkest, lightest] = std::minmax_element(image.pixels.begin(), image.pixels.end());
  EXPECT_LE(*lightest - *darkest, 2);
}

}  // namespace card_photo_test
}  // namespace uketsuke::sim
