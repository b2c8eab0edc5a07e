#include "reader_model/face_engine/detection/suppression.h"

#include <gmock/gmock.h>

namespace uketsuke::reader::face_engine {
namespace suppression_test {

using testing::ElementsAre;

// Boxes drawn by hand; intersection and union are counted in squares.
const Box kSquare{0, 0, 10, 10};

TEST(Overlap, OfABoxWithItselfIsOne) { EXPECT_FLOAT_EQ(overlap(kSquare, kSquare), 1); }
TEST(Overlap, OfTwoApartIsNone) { EXPECT_EQ(overlap(kSquare, {10, 0, 10, 10}), 0); }
TEST(Overlap, OfTwoThatShareHalfIsAThird) { EXPECT_FLOAT_EQ(overlap(kSquare, {5, 0, 10, 10}), 50.0F / 150); }
TEST(Overlap, OfABoxInAnotherIsTheirShare) { EXPECT_FLOAT_EQ(overlap(kSquare, {2, 2, 5, 5}), 0.25F); }
TEST(Overlap, OfBoxesWithoutAreaIsNone) { EXPECT_EQ(overlap({1, 1, 0, 0}, {1, 1, 0, 0}), 0); }

std::vector<float> left_over(std::vector<FoundFace> faces, float limit) {
  suppress(faces, limit);
  std::vector<float> confidences;
  for (const FoundFace& face : faces) confidences.push_back(face.confidence);
  return confidences;
}

TEST(Suppression, KeepsTheMostConfidentOfOverlappingBoxes) {
  EXPECT_THAT(left_over({{kSquare, 0.7F}, {{1, 0, 10, 10}, 0.9F}, {{2, 0, 10, 10}, 0.8F}}, 0.4F),
              ElementsAre(0.9F));
}

TEST(Suppression, KeepsBoxesThatOverlapByLessThanTheLimit) {
  EXPECT_THAT(left_over({{kSquare, 0.7F}, {{5, 0, 10, 10}, 0.9F}}, 0.4F), ElementsAre(0.9F, 0.7F));
}

TEST(Suppression, LetsABoxThatWasItselfDroppedDropNoOther) {
  // The first one suppresses the middle one; the last one overlaps only the middle one.
  EXPECT_THAT(left_over({{kSquare, 0.9F}, {{4, 0, 10, 10}, 0.8F}, {{8, 0, 10, 11}, 0.7F}}, 0.4F),
              ElementsAre(0.7F, 0.9F));
}

TEST(Suppression, PutsTheLargestFirst) {
  EXPECT_THAT(left_over({{kSquare, 0.9F}, {{100, 0, 30, 30}, 0.7F}, {{50, 0, 20, 20}, 0.8F}}, 0.4F),
              ElementsAre(0.7F, 0.8F, 0.9F));
}

TEST(Suppression, LeavesNothingOfNothing) { EXPECT_THAT(left_over({}, 0.4F), ElementsAre()); }

}  // namespace suppression_test
}  // namespace uketsuke::reader::face_engine
